package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredSealProof;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SealVerifierTest {

    @ParameterizedTest
    @EnumSource
    void aProofTypeKeepsItsGraph(RegisteredSealProof type) {
        StackedGraph graph = SealVerifier.graph(type);
        assertSame(graph, SealVerifier.graph(type));
        assertEquals(SectorSpec.of(type, 1000, 0, new byte[32]).graph().cacheFileName(), graph.cacheFileName());
    }
}
