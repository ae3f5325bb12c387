package io.cairn.proofs.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingJudgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"reference-seal-2kib.json", "computed-small-sectors.json"})
    void sealsSmallSectorsAsTheReferenceDoes(String fileName) throws IOException {
        Judged.by(new SealingJudge(), fileName).allPassed();
    }

    /** Sub and top trees, and whole 8 MiB sectors, a non-interactive one among them. */
    @ParameterizedTest
    @ValueSource(strings = {"reference-seal-shapes.json", "reference-seal-ni-8mib.json"})
    @Tag("slow")
    void sealsEveryShapeAsTheReferenceDoes(String fileName) throws IOException {
        Judged.by(new SealingJudge(), fileName).allPassed();
    }

    @Test
    void hardCodedNumbersOfTheReference() throws IOException {
        Judged.by(new HashingJudge(), "hardcoded-reference-vectors.json").allPassed();
    }

    @Test
    void aSectorThatLotusSealedComesOutTheSame() throws IOException {
        Judged.by(new LotusSealJudge(), "lotus-seal-2kib.json").allPassed();
    }

    /** Names of all ten caches, contents of the four small ones. */
    @Test
    void parentCachesHaveTheirPublishedDigests() throws IOException {
        Judged judged = Judged.by(new ParentCacheJudge(1 << 18), "parent-cache-digests.json");
        assertEquals(List.of(), judged.differences());
        assertEquals(14, judged.passed().size());
        assertEquals(6, judged.skipped().size());
    }

    /** Those of the two graphs of 512 MiB too. */
    @Test
    @Tag("slow")
    void parentCachesOf512MiBHaveTheirPublishedDigests() throws IOException {
        Judged judged = Judged.by(new ParentCacheJudge(1 << 24), "parent-cache-digests.json");
        assertEquals(List.of(), judged.differences());
        assertEquals(16, judged.passed().size());
        assertEquals(4, judged.skipped().size());
    }
}
