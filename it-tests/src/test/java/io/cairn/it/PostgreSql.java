package io.cairn.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server of our own that can go away and come back with its data. */
final class PostgreSql implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private PostgreSql(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static PostgreSql start(Path folder) throws IOException {
        PostgreSql server = new PostgreSql(folder.resolve("postgresql"), Place.freePort());
        server.start();
        return server;
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port).start();
    }

    void stop() throws IOException {
        server.close();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    String user() {
        return "postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
