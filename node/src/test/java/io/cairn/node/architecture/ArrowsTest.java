package io.cairn.node.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house's arrows: node, then devnet and actors side by side, then persistence and proofs, then protocol. */
class ArrowsTest {

    private static final String PROTOCOL = "io.cairn.protocol..";
    private static final String PROOFS = "io.cairn.proofs..";
    private static final String DISPATCH = "io.cairn.proofs.dispatch..";
    private static final String PERSISTENCE = "io.cairn.persistence..";
    private static final String ACTORS = "io.cairn.actors..";
    private static final String DEVNET = "io.cairn.devnet..";
    private static final String NODE = "io.cairn.node..";

    private static JavaClasses house;

    @BeforeAll
    static void importTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.cairn");
        assertFalse(house.isEmpty(), "no class of the house was found");
    }

    @Test
    void protocolKnowsNobody() {
        noArrow(PROTOCOL, PROOFS, PERSISTENCE, ACTORS, DEVNET, NODE, "akka..");
    }

    @Test
    void proofsKnowOnlyProtocol() {
        noArrow(PROOFS, PERSISTENCE, ACTORS, DEVNET, NODE, "akka..");
    }

    @Test
    void persistenceKnowsOnlyProtocol() {
        noArrow(PERSISTENCE, PROOFS, ACTORS, DEVNET, NODE);
    }

    @Test
    void actorsAndDevnetMeetOverTheNodeApiAlone() {
        noArrow(ACTORS, DEVNET, NODE);
    }

    @Test
    void devnetDoesNotSeeTheProvider() {
        noArrow(DEVNET, ACTORS, PERSISTENCE, NODE);
    }

    @Test
    void roomsOfProofsHaveNoCircles() {
        slices().matching("io.cairn.proofs.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void whoComputesWhenKnowsNothingOfWhatIsComputed() {
        noClasses()
                .that(resideInAnyPackage(DISPATCH))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.cairn.proofs.*..").and(resideOutsideOfPackages(DISPATCH)))
                .check(house);
    }

    private static void noArrow(String from, String... to) {
        noClasses()
                .that(resideInAnyPackage(from))
                .should()
                .dependOnClassesThat(resideInAnyPackage(to))
                .allowEmptyShould(true)
                .check(house);
    }
}
