package io.cairn.node.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.cairn.node.config.Settings;
import io.cairn.node.home.Home;
import io.cairn.persistence.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The configured journal. */
final class JournalConfiguration {

    private JournalConfiguration() {}

    /** The journal's plugins over the configured database, and the patience of those who write there. */
    static Config of(Settings settings, Home home) throws IOException {
        return ConfigFactory.parseMap(Map.of("first-pause", settings.patience().first(), "longest-pause", settings.patience().longest()))
                .atPath("cairn.journal-patience").withFallback(plugins(settings.journal(), home));
    }

    private static Config plugins(Settings.Journal journal, Home home) throws IOException {
        return switch (journal) {
            case Settings.Journal.H2 _ -> Journal.h2(home.journal().resolve("events"));
            case Settings.Journal.PostgreSql server -> Journal.postgres(server.url(), server.user(),
                    server.passwordFile().isPresent() ? Files.readString(server.passwordFile().get()).strip() : "");
        };
    }
}
