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

    /**
     * Numbers of variables and rows.
     *
     * @param head    of the head, with the constant one
     * @param section of each section
     */
    record Sizes(CircuitSize head, CircuitSize section) {

        /** Everything before section k. */
        CircuitSize before(int k) {
            return head.plus(section.times(k));
        }
    }

    /** Counts the head and one section. */
    default Sizes sizes() {
        StructureSystem system = new StructureSystem((a, b, c) -> { });
        Sections sections = head(system);
        CircuitSize head = system.size();
        sections.write(0, system);
        return new Sizes(head, system.size().minus(head));
    }

    @Override
    default CircuitSize size() {
        return sizes().before(sections());
    }

    @Override
    default void synthesize(ConstraintSystem system) {
        Sections sections = head(system);
        for (int k = 0; k < sections(); k++) {
            sections.write(k, system);
        }
    }
}
