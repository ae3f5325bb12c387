package io.cairn.proofs.circuit;

/** Synthesises circuits without a witness. */
public final class Structure {

    private Structure() {
    }

    /** Counts variables and rows by synthesising once. */
    public static CircuitSize sizeOf(Circuit circuit) {
        StructureSystem system = new StructureSystem((a, b, c) -> { });
        circuit.synthesize(system);
        return system.size();
    }

    /** Hands every row to the sink, without those that setup and prover append for the inputs; answers the circuit's size. */
    public static CircuitSize rows(Circuit circuit, RowSink sink) {
        StructureSystem system = new StructureSystem(new RowNormaliser(sink)::row);
        circuit.synthesize(system);
        return system.size();
    }
}
