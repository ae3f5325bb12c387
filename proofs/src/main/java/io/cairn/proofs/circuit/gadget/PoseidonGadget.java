package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.circuit.Variable;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.hash.Poseidon;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** Poseidon of 2, 4, 8 or 11 numbers: without a witness as {@link PoseidonTemplate} has the rows, with one as {@link PoseidonWitness} has their values. */
public final class PoseidonGadget implements HashGadget {

    private static final Map<Instance, List<PoseidonTemplate.Row>> TEMPLATES = new ConcurrentHashMap<>();
    private static final Map<Instance, Poseidon> HASHES = new ConcurrentHashMap<>();

    private record Instance(int arity, Scalar tag) {
    }

    private final Rows rows;
    private final ConstraintSystem system;
    private final IntFunction<Scalar> tag;
    private final Map<Integer, HashGadget> byArity = new HashMap<>();
    private final long[] value = new long[Fr.LIMBS];

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
        HashGadget known = byArity.get(preimage.length);
        if (known == null) {
            known = ofArity(preimage.length);
            byArity.put(preimage.length, known);
        }
        return known.hash(preimage);
    }

    private HashGadget ofArity(int arity) {
        Instance instance = new Instance(arity, tag.apply(arity));
        if (system.assigned()) {
            Poseidon poseidon = HASHES.computeIfAbsent(instance, key -> Poseidon.withTag(key.arity(), key.tag()));
            return new PoseidonWitness(system, poseidon)::hash;
        }
        List<PoseidonTemplate.Row> template = TEMPLATES.computeIfAbsent(instance, key -> PoseidonTemplate.rows(key.arity(), key.tag()));
        return preimage -> write(preimage, template);
    }

    private int write(int[] preimage, List<PoseidonTemplate.Row> template) {
        int[] bound = Arrays.copyOf(preimage, preimage.length + template.size());
        for (int k = 0; k < template.size(); k++) {
            int defined = system.allocate(value, 0);
            bound[preimage.length + k] = defined;
            write(template.get(k), bound, defined);
        }
        return bound[bound.length - 1];
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
