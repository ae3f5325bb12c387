package io.cairn.proofs.circuit.gadget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.EvaluatedRows;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.Satisfaction;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BitsTest {

    private enum Kind { CONSTANT, VARIABLE, NEGATED }

    private interface Gate {

        int apply(Bits bits, int x, int y, int z);
    }

    private interface Truth {

        boolean of(boolean x, boolean y, boolean z);
    }

    @Test
    void exclusiveOrOfEveryKindOfOperand() {
        verify((bits, x, y, z) -> bits.xor(x, y), (x, y, z) -> x ^ y);
    }

    @Test
    void conjunctionOfEveryKindOfOperand() {
        verify((bits, x, y, z) -> bits.and(x, y), (x, y, z) -> x & y);
    }

    @Test
    void majorityOfEveryKindOfOperand() {
        verify(Bits::majority, (x, y, z) -> x & y | x & z | y & z);
    }

    @Test
    void choiceOfEveryKindOfOperand() {
        verify(Bits::choose, (x, y, z) -> x ? y : z);
    }

    @Test
    void constantsCostNothing() {
        Circuit circuit = system -> {
            Bits bits = new Bits(new Rows(system));
            bits.xor(Literal.TRUE, Literal.FALSE);
            bits.and(Literal.TRUE, Literal.TRUE);
            bits.choose(Literal.FALSE, Literal.TRUE, Literal.FALSE);
            bits.majority(Literal.FALSE, Literal.TRUE, Literal.TRUE);
        };
        assertEquals(0, circuit.size().constraints());
        assertEquals(0, circuit.size().aux());
    }

    private static void verify(Gate gate, Truth truth) {
        for (Kind x : Kind.values()) {
            for (Kind y : Kind.values()) {
                for (Kind z : Kind.values()) {
                    for (int values = 0; values < 8; values++) {
                        verify(gate, truth, List.of(x, y, z), values);
                    }
                }
            }
        }
    }

    private static void verify(Gate gate, Truth truth, List<Kind> kinds, int values) {
        boolean[] value = {(values & 1) == 1, (values & 2) == 2, (values & 4) == 4};
        List<Boolean> results = new ArrayList<>();
        Circuit circuit = system -> {
            Bits bits = new Bits(new Rows(system));
            int[] operands = new int[3];
            for (int i = 0; i < 3; i++) {
                operands[i] = operand(bits, kinds.get(i), value[i]);
            }
            int result = gate.apply(bits, operands[0], operands[1], operands[2]);
            if (system.assigned()) {
                results.add(bits.value(result));
            }
        };
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertFalse(results.isEmpty());
        assertEquals(truth.of(value[0], value[1], value[2]), results.getFirst(), kinds + " " + values);
        assertEquals(OptionalInt.empty(), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux()));
        EvaluatedRows.assertAreThoseOfTheStructure(circuit, assignment);
    }

    private static int operand(Bits bits, Kind kind, boolean value) {
        return switch (kind) {
            case CONSTANT -> Literal.constant(value);
            case VARIABLE -> bits.allocate(value);
            case NEGATED -> Literal.not(bits.allocate(!value));
        };
    }
}
