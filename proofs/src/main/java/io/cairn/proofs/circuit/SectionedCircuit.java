package io.cairn.proofs.circuit;

/**
 * A circuit of a head and sections of equal size, one a challenge or a sector. A section uses no variables but its own and the head's, so that the sections
 * of a large circuit can be written side by side: section k begins where the head and k sections end.
 */
public interface SectionedCircuit extends Circuit {

    /** Number of sections, at least 1. */
    int sections();

    /** Writes the head; answers what writes the sections that belong to it. */
    Sections head(ConstraintSystem system);

    /** The sections behind a head. Safe for many threads, each with a system of its own. */
    @FunctionalInterface
    interface Sections {

        /** Writes section k, from 0, to a system whose next variables and row are those where the section begins. */
        void write(int k, ConstraintSystem system);
    }

    /** Numbers of variables and rows of the head, with the constant one. */
    default CircuitSize headSize() {
        return Structure.sizeOf(this::head);
    }

    @Override
    default CircuitSize size() {
        CircuitSize head = headSize();
        return head.plus(sectionSize(head).times(sections()));
    }

    /** Numbers of variables and rows of each section; counted in the first one. */
    default CircuitSize sectionSize(CircuitSize head) {
        return Structure.sizeOf(system -> head(system).write(0, system)).minus(head);
    }

    @Override
    default void synthesize(ConstraintSystem system) {
        Sections sections = head(system);
        for (int k = 0; k < sections(); k++) {
            sections.write(k, system);
        }
    }
}
