package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.hash.PoseidonConstants;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The rows of one Poseidon hash over variables of its own: the preimage is 0 to arity - 1, and row k defines variable arity + k as
 * a * b + constant. The last row's variable is the hash. Made once and written again for every hash; neptune: src/circuit.rs, the
 * older of its two circuits, which the published parameters belong to.
 */
final class PoseidonTemplate {

    /**
     * A row a * b = variable - constant.
     *
     * @param constant added to the product, or zero
     */
    record Row(LinearCombination a, LinearCombination b, Scalar constant) {
    }

    private static final int HALF = PoseidonConstants.FULL_ROUNDS / 2;

    private final int arity;
    private final PoseidonConstants constants;
    private final Iterator<Scalar> compressed;
    private final List<Row> rows = new ArrayList<>();
    private int layers;

    private PoseidonTemplate(int arity) {
        this.arity = arity;
        this.constants = PoseidonConstants.ofArity(arity);
        this.compressed = constants.compressedConstants().iterator();
    }

    /** The rows for an arity and a domain tag. */
    static List<Row> rows(int arity, Scalar tag) {
        PoseidonTemplate template = new PoseidonTemplate(arity);
        template.write(tag);
        return List.copyOf(template.rows);
    }

    /** Marks by arity a state element that is a variable; all others are sums. */
    private record Element(Map<Integer, Scalar> sum, boolean isVariable) {

        static Element variable(int variable) {
            return new Element(Map.of(variable, Scalar.ONE), true);
        }

        static Element constant(Scalar value) {
            return new Element(Map.of(Variable.ONE, value), false);
        }
    }

    private void write(Scalar tag) {
        Element[] state = firstRound(tag);
        for (int round = 1; round < HALF; round++) {
            state = fullRound(state, true);
        }
        for (int round = 0; round < constants.partialRounds(); round++) {
            state[0] = box(state[0], Scalar.ZERO, compressed.next());
            state = linearLayer(state);
        }
        for (int round = 1; round <= HALF; round++) {
            state = fullRound(state, round < HALF);
        }
        define(state[1].sum(), Map.of(Variable.ONE, Scalar.ONE), Scalar.ZERO);
    }

    /** The tag's element stays a constant: it costs neither variable nor row. */
    private Element[] firstRound(Scalar tag) {
        Scalar[] before = new Scalar[arity + 1];
        for (int i = 0; i <= arity; i++) {
            before[i] = compressed.next();
        }
        Element[] state = new Element[arity + 1];
        state[0] = Element.constant(tag.plus(before[0]).power(5).plus(compressed.next()));
        for (int i = 1; i <= arity; i++) {
            state[i] = box(Element.variable(i - 1), before[i], compressed.next());
        }
        return linearLayer(state);
    }

    private Element[] fullRound(Element[] state, boolean withConstants) {
        Element[] next = new Element[arity + 1];
        for (int i = 0; i <= arity; i++) {
            next[i] = box(state[i], Scalar.ZERO, withConstants ? compressed.next() : Scalar.ZERO);
        }
        return linearLayer(next);
    }

    /** (element + before)^5 + after, as a new variable. */
    private Element box(Element element, Scalar before, Scalar after) {
        Map<Integer, Scalar> one = Map.of(Variable.ONE, Scalar.ONE);
        Map<Integer, Scalar> input = element.isVariable() ? element.sum() : define(element.sum(), one, Scalar.ZERO);
        Map<Integer, Scalar> shifted = new TreeMap<>(input);
        if (!before.isZero()) {
            shifted.put(Variable.ONE, before);
        }
        Map<Integer, Scalar> second = define(shifted, shifted, Scalar.ZERO);
        Map<Integer, Scalar> fourth = define(second, second, Scalar.ZERO);
        return new Element(define(shifted, fourth, after), true);
    }

    private Map<Integer, Scalar> define(Map<Integer, Scalar> a, Map<Integer, Scalar> b, Scalar constant) {
        rows.add(new Row(combination(a), combination(b), constant));
        return Map.of(arity + rows.size() - 1, Scalar.ONE);
    }

    private static LinearCombination combination(Map<Integer, Scalar> sum) {
        LinearCombination result = new LinearCombination();
        long[] limbs = new long[Fr.LIMBS];
        sum.forEach((variable, coefficient) -> {
            coefficient.copyTo(limbs, 0);
            result.add(variable, limbs, 0);
        });
        return result;
    }

    private Element[] linearLayer(Element[] state) {
        int partial = layers++ - HALF;
        if (partial >= 0 && partial < constants.partialRounds()) {
            return sparse(state, constants.sparseMatrices().get(partial));
        }
        BiFunction<Integer, Integer, Scalar> matrix = partial == -1 ? constants::preSparseEntry : constants::matrixEntry;
        Element[] next = new Element[state.length];
        for (int j = 0; j < state.length; j++) {
            Map<Integer, Scalar> sum = new TreeMap<>();
            for (int i = 0; i < state.length; i++) {
                accumulate(sum, state[i], matrix.apply(i, j));
            }
            next[j] = new Element(sum, false);
        }
        return next;
    }

    private static Element[] sparse(Element[] state, PoseidonConstants.SparseMatrix matrix) {
        Element[] next = new Element[state.length];
        Map<Integer, Scalar> first = new TreeMap<>();
        for (int i = 0; i < state.length; i++) {
            accumulate(first, state[i], matrix.firstColumn().get(i));
        }
        next[0] = new Element(first, false);
        for (int j = 1; j < state.length; j++) {
            Map<Integer, Scalar> sum = new TreeMap<>(state[j].sum());
            accumulate(sum, state[0], matrix.restOfFirstRow().get(j - 1));
            next[j] = new Element(sum, false);
        }
        return next;
    }

    private static void accumulate(Map<Integer, Scalar> sum, Element element, Scalar factor) {
        element.sum().forEach((variable, coefficient) -> sum.merge(variable, coefficient.times(factor), Scalar::plus));
    }
}
