package io.cairn.proofs.conformance;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeJudgesTest {

    @Test
    void derivesChallengesAtMainnetScale() throws IOException {
        Judged.by(new ChallengeJudge(), "computed-challenge-derivations.json").allPassed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"computed-small-sectors.json", "seal-regression-subset.json", "hardcoded-reference-vectors.json"})
    void derivesReplicaIdsAndChallengesOfSectors(String fileName) throws IOException {
        Judged.by(new SectorChallengeJudge(), fileName).allPassed();
    }

    @Test
    void readsAndWritesCommitOutput() throws IOException {
        Judged.by(new CommitJsonJudge(), "computed-c1-output-2kib.json").allPassed();
    }
}
