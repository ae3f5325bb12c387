package io.cairn.node.cli;

import io.cairn.node.config.Setting;
import io.cairn.node.config.Settings;
import io.cairn.node.config.SettingsReader;
import java.nio.file.Path;
import java.util.List;
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
        return SettingsReader.read(file(), Optional.ofNullable(home));
    }

    /** Every key with the value in force. */
    List<Setting> effective() {
        return SettingsReader.effective(file(), Optional.ofNullable(home));
    }

    private Path file() {
        return config == null ? Path.of(System.getProperty("cairn.root", "."), "application.conf") : config;
    }
}
