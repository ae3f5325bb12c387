package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.japi.function.Function;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.cairn.persistence.Durable;
import io.cairn.persistence.Journal;
import io.cairn.persistence.JournalTypes;
import io.cairn.protocol.actor.miner.MinerMethod;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on a PostgreSQL server. */
class PostgreSqlJournalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private PostgreSql database;

    @BeforeEach
    void startTheDatabase() throws Exception {
        database = PostgreSql.start(folder);
    }

    @AfterEach
    void stopTheDatabase() throws Exception {
        database.close();
    }

    @Test
    void everyTypeOfEventComesBack() throws Exception {
        List<Durable> events = new ArrayList<>();
        Samples samples = new Samples();
        for (Class<?> type : JournalTypes.byName().values()) {
            if (!type.getSimpleName().endsWith("State")) {
                events.add((Durable) samples.of(type));
            }
        }
        try (Session session = new Session()) {
            get(Journal.createSchema(session.system()));
            for (Durable event : events) {
                session.ask(replyTo -> new Recorder.Command.Keep(event, replyTo));
            }
        }
        try (Session session = new Session()) {
            assertEquals(events, session.ask(Recorder.Command.Tell::new));
        }
    }

    /** An actor system with a recorder over the database. */
    private final class Session implements AutoCloseable {

        private final ActorSystem<Recorder.Command> system = ActorSystem.create(new Recorder("recorder"), "postgresql", configuration());

        ActorSystem<?> system() {
            return system;
        }

        List<Durable> ask(Function<ActorRef<List<Durable>>, Recorder.Command> command) throws Exception {
            return get(AskPattern.ask(system, command, PATIENCE, system.scheduler()));
        }

        @Override
        public void close() throws Exception {
            system.terminate();
            get(system.getWhenTerminated());
        }
    }

    private Config configuration() {
        return ConfigFactory.parseString("akka.actor.provider = local")
                .withFallback(Journal.postgres(database.url(), database.user(), "")).withFallback(ConfigFactory.load());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    @Tag("slow")
    void aProviderSurvivesTheDatabasesAbsenceAndItsOwnDeath() throws Exception {
        Place place = Place.in(folder, SharedParameters.forWindows());
        Map<String, String> journal = Map.of("CAIRN_JOURNAL_DATABASE", "postgresql", "CAIRN_JOURNAL_URL", database.url(),
                "CAIRN_JOURNAL_USER", database.user());
        try (CairnProcess chain = place.chain("--no-parameters")) {
            String apiInfo = Place.apiInfo(chain);
            try (CairnProcess provider = place.provider("on-postgresql", apiInfo, journal, "--no-parameters", "--pledge", "1")) {
                Matcher started = provider.awaitLine("^Miner (t0\\d+) in .*; page at (http://\\S+)");
                Address miner = Address.parse(started.group(1));
                provider.awaitLine(Story.LIFE);
                database.stop();
                Thread.sleep(20_000);
                assertTrue(provider.isAlive(), provider.output());
                database.start();
                try (FullNode node = FullNodeClient.connect(NodeEndpoint.parse(apiInfo))) {
                    Eventually.holds("the pledged sector is pre-committed", Duration.ofMinutes(3), () -> preCommits(node, miner) == 1);
                    provider.kill();
                    try (CairnProcess again = place.provider("on-postgresql", apiInfo, journal, "--no-parameters", "--pledge", "1")) {
                        ProviderFace face = new ProviderFace(
                                again.awaitLine("^Miner " + miner + " in .*; page at (http://\\S+)").group(1));
                        again.awaitLine(Story.LIFE);
                        long height = face.height();
                        Eventually.holds("the provider follows the chain", () -> face.height() > height + 20);
                        assertEquals(1, preCommits(node, miner), "pre-commitments on the chain");
                        assertEquals(1, face.view("/v1/sectors").size(), "sectors");
                    }
                }
            }
        }
    }

    private static long preCommits(FullNode node, Address miner) throws Exception {
        return Story.messages(node).stream().map(included -> included.message().message())
                .filter(message -> message.to().equals(miner) && message.method() == MinerMethod.PRE_COMMIT_SECTOR_BATCH2.number())
                .count();
    }
}
