package io.cairn.node.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's arrows: node, then devnet and actors side by side, then persistence and proofs, then protocol. */
@AnalyzeClasses(packages = "io.cairn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    private static final String PROTOCOL = "io.cairn.protocol..";
    private static final String PROOFS = "io.cairn.proofs..";
    private static final String PERSISTENCE = "io.cairn.persistence..";
    private static final String ACTORS = "io.cairn.actors..";
    private static final String DEVNET = "io.cairn.devnet..";
    private static final String NODE = "io.cairn.node..";

    @ArchTest
    static final ArchRule protocolKnowsNobody =
            noArrow(PROTOCOL, PROOFS, PERSISTENCE, ACTORS, DEVNET, NODE, "akka..");

    @ArchTest
    static final ArchRule proofsKnowOnlyProtocol = noArrow(PROOFS, PERSISTENCE, ACTORS, DEVNET, NODE, "akka..");

    @ArchTest
    static final ArchRule persistenceKnowsOnlyProtocol = noArrow(PERSISTENCE, PROOFS, ACTORS, DEVNET, NODE);

    @ArchTest
    static final ArchRule actorsAndDevnetMeetOverTheNodeApiAlone = noArrow(ACTORS, DEVNET, NODE);

    @ArchTest
    static final ArchRule devnetDoesNotSeeTheProvider = noArrow(DEVNET, ACTORS, PERSISTENCE, NODE);

    private static ArchRule noArrow(String from, String... to) {
        return noClasses()
                .that(resideInAnyPackage(from))
                .should()
                .dependOnClassesThat(resideInAnyPackage(to))
                .allowEmptyShould(true);
    }
}
