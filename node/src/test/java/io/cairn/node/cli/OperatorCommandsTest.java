package io.cairn.node.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.console.Paper;
import io.cairn.node.home.AccessToken;
import io.cairn.node.home.Signposts;
import io.cairn.node.http.Faces;
import io.cairn.node.http.InventedCommands;
import io.cairn.node.http.ManagementServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that ask a running provider, against an endpoint of invented views. */
class OperatorCommandsTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create();
    private static final InventedCommands COMMANDS = new InventedCommands();

    @TempDir
    private static Path home;

    private static URI url;

    @BeforeAll
    static void start() throws Exception {
        Signposts signposts = new Signposts(home);
        Faces faces = new Faces(
                new InventedOperator(), COMMANDS, Optional.empty(), AccessToken.readOrCreate(signposts.token()));
        ManagementServer server = ManagementServer.start(ACTORS.system(), "127.0.0.1", 0, faces)
                .toCompletableFuture().get(20, TimeUnit.SECONDS);
        url = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
        signposts.publishManagement(url);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    private static Ran run(String line) {
        return Ran.over(home, line.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "info, info", "proving info, proving", "proving deadlines, deadlines", "proving deadline 0, deadlines-0",
        "proving faults, faults", "sectors list, sectors", "sectors status 0, sectors-0", "wallet list, wallet", "wallet control, wallet",
        "deals list, deals", "deals status 2f5a8a4e-0c4f-4b44-9d4e-7a1f3b1f6f10, deals-2f5a8a4e-0c4f-4b44-9d4e-7a1f3b1f6f10"
    })
    void jsonIsTheViewAsItIsAndTextHasNoColoursOffATerminal(String line, String view) throws Exception {
        Ran json = run(line + " --json");
        assertEquals(0, json.code(), json.err());
        assertEquals(InventedOperator.resource(view), json.json());
        Ran text = run(line);
        assertEquals(0, text.code(), text.err());
        assertFalse(text.out().contains("\u001b"), text.out());
        assertFalse(text.out().isBlank());
    }

    @Test
    void infoAnswersWhetherMoneyIsBeingLost() {
        Ran info = run("info");
        assertTrue(info.says("Chain: [sync ok] [basefee 100 aFIL] [epoch " + InventedOperator.resource("info").get("height").asText() + "]"), info.out());
        assertTrue(info.says("Power: 2 Ki / 42 Ki (4.7619%)"), info.out());
        assertTrue(info.says("\tProving: 4 KiB (2 KiB Faulty, 33.33%)"), info.out());
        assertTrue(info.says("      Pledge:      59.605 nFIL"), info.out());
        assertTrue(info.out().contains("⚠ Sector 1 is faulty"), info.out());
        assertTrue(info.says("\tTotal: 3"), info.out());
        assertTrue(info.says("Proof memory: 530 MiB of 16 GiB reserved"), info.out());
    }

    @Test
    void aNodeWhoseHeadsAreOldIsBehindHoweverFastTheyCome() {
        ObjectNode info = (ObjectNode) InventedOperator.resource("info");
        StringWriter shown = new StringWriter();
        new InfoCommand().show(info.put("behindSeconds", 3725), new Paper(new PrintWriter(shown, true), false));
        assertTrue(shown.toString().contains("Chain: [sync behind! (1 hour 2 minutes behind)]"), shown.toString());
    }

    @Test
    void theProvingPeriodReadsAsLotusTellsIt() {
        Ran info = run("proving info");
        assertTrue(info.says("Next Period Start:       3538 (in 3 hours 8 minutes)"), info.out());
        assertTrue(info.says("Faults:                  1 (33.33%)"), info.out());
        assertTrue(info.says("Deadline Close:          718 (in 52 seconds)"), info.out());
        assertTrue(info.says("Deadline Challenge:      638 (4 minutes 28 seconds ago)"), info.out());
    }

    @Test
    void tablesLineUp() {
        Ran deadlines = run("proving deadlines");
        assertTrue(deadlines.says("deadline  open                           partitions  sectors (faults)  proven partitions  last window"), deadlines.out());
        assertTrue(deadlines.says("0         658 (3 minutes 8 seconds ago)  1           2 (1)             1                  proven       (current)"), deadlines.out());
        Ran faults = run("proving faults");
        assertTrue(faults.says("deadline  partition  sectors  recovering"), faults.out());
        assertTrue(faults.says("0         0          1        yes"), faults.out());
    }

    @Test
    void aDeadlineNamesItsSectorsWhenAsked() {
        assertTrue(run("proving deadline 0").says("  Faulty Sectors:        1"));
        assertTrue(run("proving deadline 0 --sector-nums").says("  All Sectors:           2 [0 1]"));
    }

    @Test
    void sectorsThatNeedAHandAreToldWithWhatToDo() {
        Ran list = run("sectors list");
        assertTrue(list.out().contains("Sector 1 is faulty: one bit differs ('cairn sectors status 1')"), list.out());
        assertTrue(list.out().contains("Sector 2 waits for you: NO_FUNDS"), list.out());
        Ran status = run("sectors status 0");
        assertTrue(status.out().contains("commit-landed     active at epoch 1414, until 1552078"), status.out());
        assertTrue(status.says("InitialPledge:      0.00000005960464384 FIL"), status.out());
    }

    @Test
    void theControlViewSaysWhatEachAddressIsFor() {
        Ran control = run("wallet control");
        assertTrue(control.out().lines().anyMatch(line -> line.startsWith("owner, worker, beneficiary") && line.contains(" other ")), control.out());
        assertTrue(control.out().lines().anyMatch(line -> line.matches("control-0 +t01002 +t1\\S+ +post +5 FIL")), control.out());
    }

    @Test
    void moneyAndControlAddressesAreSentByName() {
        Ran sent = run("wallet send --from worker t01002 1.5");
        assertEquals(0, sent.code(), sent.err());
        assertTrue(sent.says("Sent as message bafy2sent from worker; 'cairn chain inspect' shows what became of it."), sent.out());
        assertEquals(0, run("wallet set-control t01002 t01003").code());
        assertEquals(0, run("wallet set-control").code());
        assertTrue(COMMANDS.asked.containsAll(List.of("send 1.5 from worker to t01002", "control [t01002, t01003]", "control []")),
                COMMANDS.asked.toString());
    }

    @Test
    void aCheckIsBadWhenAFileIs() throws Exception {
        Ran quick = run("proving check");
        assertEquals(0, quick.code(), quick.out());
        assertTrue(quick.says("0         0          0       good"), quick.out());
        Ran full = run("proving check 0 --full");
        assertEquals(1, full.code());
        assertTrue(full.says("0         0          1       bad (/invented/sealed/s-t01000-1, bytes 64 to 96:"
                + " the replica does not hash to its tree)"), full.out());
        assertEquals(3, run("proving check --full --only-bad").out().lines().count() + 1);
        assertFalse(run("proving check --full --json").json().get(1).get("good").asBoolean());
        assertTrue(COMMANDS.asked.stream().noneMatch(what -> what.startsWith("check 2")), "sector 2 has nothing to check");
    }

    @Test
    void commandsReachTheProvider() throws Exception {
        Ran pledged = run("pledge 2");
        assertTrue(pledged.says("Pledged sectors 10, 11"), pledged.out());
        assertEquals(10, run("pledge --json").json().get("sectors").get(0).asInt());
        assertTrue(run("sectors resume 3").says("Sector 3 goes on."));
        assertEquals(2, run("sectors remove 4").code());
        assertTrue(run("sectors remove 4 --really-do-it --reason full").says("Sector 4 is given up."));
        assertTrue(COMMANDS.asked.contains("remove 4: full"), COMMANDS.asked.toString());
    }

    @Test
    void refusalsAreToldInTheProvidersWords() {
        Ran busy = run("sectors resume 5");
        assertEquals(3, busy.code());
        assertEquals("cairn: sector 5 is being sealed\n", busy.err());
        assertEquals("cairn: there is no sectors-77\n", run("sectors status 77").err());
        assertEquals("cairn: count is 0; expected 1 to 1000\n", run("pledge 0").err());
    }

    @Test
    void anotherHomesProviderIsNotMistakenForThisOnes(@TempDir Path other) throws Exception {
        Signposts signposts = new Signposts(other);
        signposts.publishManagement(url);
        AccessToken.readOrCreate(signposts.token());
        Ran refused = Ran.over(other, "info");
        assertEquals(3, refused.code());
        assertTrue(refused.err().startsWith("cairn: the token is wrong; "), refused.err());
    }

    @Test
    void nothingRunningIsOneClearLine(@TempDir Path empty) {
        Ran none = Ran.over(empty, "info");
        assertEquals(4, none.code());
        assertEquals("cairn: no provider is running in " + empty + "; start it with ./cairn run\n", none.err());
        assertEquals("cairn: no chain is running in " + empty + "; start it with ./cairn run\n", Ran.over(empty, "chain", "head").err());
    }

    @Test
    void theConfigurationIsCheckedAndShown(@TempDir Path empty) throws Exception {
        assertTrue(Ran.over(empty, "config", "check").says("The configuration is good; the home is " + empty + "."));
        var effective = Ran.over(empty, "config", "effective", "--json").json();
        assertEquals("2 KiB", effective.at("/cairn.provider.sector-size/value").asText());
        assertEquals("default", effective.at("/cairn.provider.sector-size/from").asText());
        assertEquals("command line", effective.at("/cairn.home/from").asText());
        Path wrong = Files.writeString(empty.resolve("wrong.conf"), "cairn.provider.sector-sise = 2 KiB");
        Ran refused = Ran.plain("config", "check", "--config", wrong.toString());
        assertEquals(78, refused.code());
        assertTrue(refused.err().contains("did you mean cairn.provider.sector-size?"), refused.err());
    }
}
