package io.cairn.it;

import io.cairn.persistence.Durable;
import io.cairn.persistence.JournalSerializer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The events of a stopped provider, read from its journal's rows. */
final class JournalFile {

    /** One event of one entity, such as {@code sector|t01002/s/0}. */
    record Entry(String entity, Durable event) {}

    private final List<Entry> entries = new ArrayList<>();

    private JournalFile() {}

    static JournalFile read(Path home) throws SQLException {
        JournalFile journal = new JournalFile();
        String url = "jdbc:h2:file:" + home.resolve("journal").resolve("events") + ";DATABASE_TO_UPPER=false;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"persistence_id\", \"event_ser_manifest\", \"event_payload\""
                        + " from \"event_journal\" order by \"ordering\"")) {
            JournalSerializer serializer = new JournalSerializer();
            while (rows.next()) {
                journal.entries.add(new Entry(rows.getString(1),
                        (Durable) serializer.fromBinary(rows.getBytes(3), rows.getString(2))));
            }
        }
        return journal;
    }

    /** The events of one kind, of all entities, in their order. */
    <E extends Durable> List<E> events(Class<E> kind) {
        return entries.stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The events of one kind of the entities whose name ends so. */
    <E extends Durable> List<E> events(String entityEnd, Class<E> kind) {
        return entries.stream().filter(entry -> entry.entity().endsWith(entityEnd)).map(Entry::event)
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
