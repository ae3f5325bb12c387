package io.cairn.proofs.conformance;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VanillaJudgesTest {

    @ParameterizedTest
    @ValueSource(strings = {"golden-window-post-vanilla-32gib.json", "reference-window-post-2kib.json", "reference-winning-post-2kib.json"})
    void verifiesSpaceTimeProofs(String fileName) throws IOException {
        Judged.by(new PostVanillaJudge(), fileName).allPassed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference-porep-2kib.json", "reference-porep-ni-witness-2kib.json", "computed-c1-output-2kib.json"})
    void verifiesReplicationProofs(String fileName) throws IOException {
        Judged.by(new PorepVanillaJudge(), fileName).allPassed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference-window-post-2kib.json", "reference-winning-post-2kib.json", "reference-porep-2kib.json",
            "reference-update-2kib.json"})
    void verifiesRecordedProofsAndRefusesWrongOnes(String fileName) throws IOException {
        Judged.by(new RecordedProofJudge(), fileName).allPassed();
    }
}
