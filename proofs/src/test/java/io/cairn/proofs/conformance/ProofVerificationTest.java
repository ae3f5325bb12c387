package io.cairn.proofs.conformance;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofVerificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"reference-window-post-2kib.json", "reference-winning-post-2kib.json", "reference-porep-2kib.json",
            "reference-update-2kib.json"})
    void recordedProofsAreJudgedAsTheReferenceJudgesThem(String fileName) throws Exception {
        Judged.by(new ProofVerificationJudge(), fileName).allPassed();
    }
}
