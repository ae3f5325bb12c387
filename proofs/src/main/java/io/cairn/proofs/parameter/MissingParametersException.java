package io.cairn.proofs.parameter;

import java.nio.file.Path;

/** A parameter file or verifying key is not where it is needed. */
public final class MissingParametersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingParametersException(Path srs) {
        super(srs + ": missing, and without it no aggregated or non-interactive replication proof can be handled. A network publishes it beside its"
                + " parameters; put it into that folder");
    }

    MissingParametersException(Path file, ProofCircuit circuit) {
        super(file + ": missing, and without it no " + circuit.kind().words() + " of " + circuit.size()
                + " sectors can be handled. For a devnet of your own 'cairn parameters' creates it (insecure: whoever makes parameters can forge"
                + " proofs); for a network, put its published parameters into that folder");
    }
}
