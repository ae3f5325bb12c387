package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** Poseidon of 2, 4, 8 or 11 numbers. */
public final class PoseidonGadget implements HashGadget {

    private static final Map<Instance, List<PoseidonTemplate.Row>> TEMPLATES = new ConcurrentHashMap<>();

    private record Instance(int arity, Scalar tag) {
    }

    private final Rows rows;
    private final ConstraintSystem system;
    private final IntFunction<Scalar> tag;
    private final long[] value = new long[Fr.LIMBS];
    private final long[] other = new long[Fr.LIMBS];

    /** The hash of Merkle trees and columns: tag 2^arity - 1. */
    public PoseidonGadget(Rows rows) {
        this(rows, arity -> Scalar.of((1L << arity) - 1));
    }

    /** The hash with a tag of its own. */
    public PoseidonGadget(Rows rows, Scalar tag) {
        this(rows, arity -> tag);
    }

    private PoseidonGadget(Rows rows, IntFunction<Scalar> tag) {
        this.rows = rows;
        this.system = rows.system();
        this.tag = tag;
    }

    @Override
    public int hash(int[] preimage) {
        Instance instance = new Instance(preimage.length, tag.apply(preimage.length));
        List<PoseidonTemplate.Row> template = TEMPLATES.computeIfAbsent(instance, key -> PoseidonTemplate.rows(key.arity(), key.tag()));
        int first = allocate(preimage, template);
        int[] bound = Arrays.copyOf(preimage, preimage.length + template.size());
        for (int k = 0; k < template.size(); k++) {
            bound[preimage.length + k] = first + k;
            write(template.get(k), bound, first + k);
        }
        return first + template.size() - 1;
    }

    /** Allocates the variables of all rows with their values; answers the first. */
    private int allocate(int[] preimage, List<PoseidonTemplate.Row> template) {
        long[] values = new long[Fr.LIMBS * (preimage.length + template.size())];
        for (int i = 0; i < preimage.length; i++) {
            system.value(preimage[i], values, Fr.LIMBS * i);
        }
        int first = -1;
        for (int k = 0; k < template.size(); k++) {
            int at = Fr.LIMBS * (preimage.length + k);
            if (system.assigned()) {
                define(template.get(k), values, at);
            }
            int variable = system.allocate(values, at);
            first = k == 0 ? variable : first;
        }
        return first;
    }

    private void define(PoseidonTemplate.Row row, long[] values, int at) {
        evaluate(row.a(), values, value);
        evaluate(row.b(), values, other);
        Fr.mul(values, at, value, 0, other, 0);
        row.constant().copyTo(value, 0);
        Fr.add(values, at, values, at, value, 0);
    }

    private static void evaluate(LinearCombination side, long[] values, long[] sum) {
        Arrays.fill(sum, 0);
        long[] product = new long[Fr.LIMBS];
        for (int term = 0; term < side.size(); term++) {
            int variable = side.variable(term);
            if (variable == Variable.ONE) {
                Fr.add(sum, 0, sum, 0, side.coefficients(), Fr.LIMBS * term);
            } else {
                Fr.mul(product, 0, side.coefficients(), Fr.LIMBS * term, values, Fr.LIMBS * variable);
                Fr.add(sum, 0, sum, 0, product, 0);
            }
        }
    }

    private void write(PoseidonTemplate.Row row, int[] bound, int defined) {
        rows.begin();
        bind(row.a(), bound, rows.a);
        bind(row.b(), bound, rows.b);
        Rows.plus(rows.c, defined);
        if (!row.constant().isZero()) {
            row.constant().negated().copyTo(value, 0);
            rows.c.add(Variable.ONE, value, 0);
        }
        rows.end();
    }

    private static void bind(LinearCombination from, int[] bound, LinearCombination to) {
        for (int term = 0; term < from.size(); term++) {
            int variable = from.variable(term);
            to.add(variable == Variable.ONE ? Variable.ONE : bound[variable], from.coefficients(), Fr.LIMBS * term);
        }
    }
}
