package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.config.SettingsReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command which touches Cairn's folder has. */
final class HomeOption {

    @Option(names = "--home", paramLabel = "FOLDER", description = "Folder of everything Cairn keeps (CAIRN_HOME, default ~/.cairn).")
    private Path home;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration (default: application.conf beside the launcher).")
    private Path config;

    /** The settings, checked. */
    Settings settings() {
        Path beside = Path.of(System.getProperty("cairn.root", "."), "application.conf");
        return SettingsReader.read(config == null ? beside : config, Optional.ofNullable(home));
    }
}
