package io.cairn.proofs.circuit;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sizes of a {@link SectionedCircuit}'s parts and the variables that occur in them, found by writing the head and one section without a witness.
 *
 * @param head    size of the head, with the constant one
 * @param section size of each section
 * @param density variables that occur in the head and the first section
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
        return new Outline(head, system.size().minus(head), density);
    }

    /** Everything before section k. */
    CircuitSize before(int k) {
        return head.plus(section.times(k));
    }

    /** The variables that occur in the head and so many sections. */
    Density density(int sections) {
        return new Density(repeated(density.aAux(), head.aux(), section.aux(), sections),
                repeated(density.bInput(), head.inputs(), section.inputs(), sections),
                repeated(density.bAux(), head.aux(), section.aux(), sections));
    }

    private static BitSet repeated(BitSet once, int head, int section, int sections) {
        BitSet all = new BitSet(Math.addExact(head, Math.multiplyExact(section, sections)));
        all.or(once);
        for (int k = 1; k < sections; k++) {
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
