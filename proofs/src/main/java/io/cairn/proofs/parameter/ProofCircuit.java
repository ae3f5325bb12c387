package io.cairn.proofs.parameter;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.groth16.ParameterName;
import io.cairn.proofs.update.UpdatePublicInputs;
import io.cairn.protocol.sector.SectorSize;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A circuit that has parameters of its own.
 *
 * @param kind what is proved
 * @param size size of the sectors
 */
public record ProofCircuit(Kind kind, SectorSize size) {

    /** What a circuit proves. */
    public enum Kind {
        /** That a replica was made of its data. */
        REPLICATION,
        /** That many sectors are still there. */
        WINDOW,
        /** That one sector is still there. */
        WINNING,
        /** That new data was encoded into a replica. */
        UPDATE;

        /** The proof's name in messages. */
        String words() {
            return name().toLowerCase(Locale.ROOT) + " proof";
        }
    }

    /** The proving parameters in a folder. */
    Path parametersFile(Path folder) {
        return name().parameters(folder);
    }

    /** The verifying key in a folder. */
    Path keyFile(Path folder) {
        return name().verifyingKey(folder);
    }

    /** Public inputs of the circuit, without the constant one. */
    public int inputs() {
        SectorShape shape = SectorShape.of(size);
        return switch (kind) {
            case REPLICATION -> 3 + 18 * shape.porepChallengesPerPartition();
            case WINDOW -> shape.windowSectors() * (1 + SectorShape.WINDOW_CHALLENGES);
            case WINNING -> 2 * SectorShape.WINNING_CHALLENGES;
            case UPDATE -> UpdatePublicInputs.COUNT;
        };
    }

    /** The circuit without a witness. */
    public Circuit blank() {
        SectorShape shape = SectorShape.of(size);
        return switch (kind) {
            case REPLICATION -> PorepCircuit.blank(shape);
            case WINDOW -> PostCircuit.blankWindow(shape);
            case WINNING -> PostCircuit.blankWinning(shape);
            case UPDATE -> UpdateCircuit.blank(shape);
        };
    }

    private ParameterName name() {
        SectorShape shape = SectorShape.of(size);
        return switch (kind) {
            case REPLICATION -> ParameterName.replication(shape);
            case WINDOW -> ParameterName.window(shape);
            case WINNING -> ParameterName.winning(shape);
            case UPDATE -> ParameterName.update(shape);
        };
    }
}
