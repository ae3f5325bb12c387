package io.cairn.proofs.circuit;

/** Synthesises circuits without a witness. */
public final class Structure {

    private Structure() {
    }

    /** Counts variables and rows by synthesising once. */
    public static CircuitSize sizeOf(Circuit circuit) {
        return asWritten(circuit, (a, b, c) -> { });
    }

    /** Hands every row to the sink as the circuit wrote it: a variable may occur more than once. */
    static CircuitSize asWritten(Circuit circuit, RowSink sink) {
        StructureSystem system = new StructureSystem(sink);
        circuit.synthesize(system);
        return system.size();
    }

    /** Hands every row to the sink, without those that setup and prover append for the inputs; answers the circuit's size. */
    public static CircuitSize rows(Circuit circuit, RowSink sink) {
        return asWritten(circuit, new RowNormaliser(sink)::row);
    }
}
