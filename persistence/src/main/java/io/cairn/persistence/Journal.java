package io.cairn.persistence;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.testkit.javadsl.SchemaUtils;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Where events are kept: configuration of the JDBC journal and creation of its tables. */
public final class Journal {
    private static final Config PLUGINS = ConfigFactory.parseResources(Journal.class.getClassLoader(), "cairn-journal.conf");

    private Journal() {
    }

    /**
     * A journal in one H2 file, for a single machine.
     *
     * <p>{@code WRITE_DELAY=0} makes every commit reach the disk before it is acknowledged; by default H2 may lose the
     * last half second of committed rows when the process is killed. The shutdown hook of H2 is off because the actor
     * system still writes while it stops.
     *
     * @param file the database file without its {@code .mv.db} ending; its folder is created
     */
    public static Config h2(Path file) {
        String url = "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DATABASE_TO_UPPER=false;DB_CLOSE_ON_EXIT=FALSE";
        return database("slick.jdbc.H2Profile$", "org.h2.Driver", url, "", "");
    }

    /** A journal in H2's memory that is gone with the process, under the given name. */
    public static Config h2InMemory(String name) {
        String url = "jdbc:h2:mem:" + name + ";DATABASE_TO_UPPER=false;DB_CLOSE_DELAY=-1";
        return database("slick.jdbc.H2Profile$", "org.h2.Driver", url, "", "");
    }

    /**
     * A journal in PostgreSQL, for a cluster.
     *
     * @param url a JDBC URL such as {@code jdbc:postgresql://host:5432/cairn}
     */
    public static Config postgres(String url, String user, String password) {
        return database("slick.jdbc.PostgresProfile$", "org.postgresql.Driver", url, user, password);
    }

    /** Creates the journal and snapshot tables if they are not there; an existing schema is left as it is. */
    public static CompletionStage<Done> createSchema(ActorSystem<?> system) {
        return SchemaUtils.createIfNotExists(system);
    }

    private static Config database(String profile, String driver, String url, String user, String password) {
        Map<String, String> values = Map.of(
                "slick.profile", profile,
                "slick.db.driver", driver,
                "slick.db.url", url,
                "slick.db.user", user,
                "slick.db.password", password);
        return ConfigFactory.parseMap(values).atPath("akka-persistence-jdbc.shared-databases").withFallback(PLUGINS);
    }
}
