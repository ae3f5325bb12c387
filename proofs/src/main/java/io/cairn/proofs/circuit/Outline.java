package io.cairn.proofs.circuit;

import io.cairn.proofs.dispatch.ProofDispatcher;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sizes of a {@link SectionedCircuit}'s parts and the variables that occur in its rows, found by writing the head and one section without a witness.
 *
 * @param head    size of the head, with the constant one
 * @param section size of each section
 * @param density of the whole circuit
 */
record Outline(CircuitSize head, CircuitSize section, Density density) {

    private static final Map<Object, Outline> KNOWN = new ConcurrentHashMap<>();

    /** The outline of all circuits of one shape; made once, or, by threads that ask for it at the same time, more than once: it holds no lock while it is made. */
    static Outline of(SectionedCircuit circuit) {
        Object shape = circuit.shape();
        Outline known = KNOWN.get(shape);
        if (known == null) {
            known = make(circuit);
            KNOWN.put(shape, known);
        }
        return known;
    }

    private static Outline make(SectionedCircuit circuit) {
        Density density = new Density();
        StructureSystem system = new StructureSystem((a, b, c) -> density.add(a, b));
        SectionedCircuit.Sections sections = circuit.head(system);
        CircuitSize head = system.size();
        sections.write(0, system);
        CircuitSize section = system.size().minus(head);
        int count = circuit.sections();
        return new Outline(head, section, new Density(repeated(density.aAux(), head.aux(), section.aux(), count),
                repeated(density.bInput(), head.inputs(), section.inputs(), count), repeated(density.bAux(), head.aux(), section.aux(), count)));
    }

    /** Everything before section k. */
    CircuitSize before(int k) {
        return head.plus(section.times(k));
    }

    /** What occurs in the first section occurs in all, each of its own variables so much further on. */
    private static BitSet repeated(BitSet once, int head, int section, int sections) {
        BitSet all = new BitSet(Math.addExact(head, Math.multiplyExact(section, sections)));
        all.or(once);
        for (int k = 1; k < sections; k++) {
            ProofDispatcher.giveWay();
            int shift = section * k;
            for (int first = once.nextSetBit(head); first >= 0; ) {
                int end = once.nextClearBit(first);
                all.set(first + shift, end + shift);
                first = once.nextSetBit(end);
            }
        }
        return all;
    }
}
