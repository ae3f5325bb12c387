package io.cairn.proofs.circuit;

/**
 * A circuit of a head and sections of equal rows, one a challenge or a sector. A section uses no variables but its own and the head's, so that the sections
 * of a large circuit can be written side by side: section k begins where the head and k sections end. Which of the head's variables it uses may depend on the
 * section only if they occur on the same sides of rows in the head.
 */
public interface SectionedCircuit extends Circuit {

    /** Number of sections, at least 1. */
    int sections();

    /** What the rows depend on: equal for circuits with the same rows, whatever their witness. */
    Object shape();

    /** Writes the head; answers what writes the sections that belong to it. */
    Sections head(ConstraintSystem system);

    /** The sections behind a head. Safe for many threads, each with a system of its own. */
    @FunctionalInterface
    interface Sections {

        /** Writes section k, from 0, to a system whose next variables and row are those where the section begins. */
        void write(int k, ConstraintSystem system);
    }

    @Override
    default CircuitSize size() {
        return Outline.of(this).before(sections());
    }

    @Override
    default void synthesize(ConstraintSystem system) {
        Sections sections = head(system);
        for (int k = 0; k < sections(); k++) {
            sections.write(k, system);
        }
    }
}
