package io.cairn.node.cli;

import picocli.CommandLine.Command;

/** The group of commands about the embedded chain. */
@Command(
        name = "devnet",
        description = "Runs and drives the embedded chain.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {DevnetRunCommand.class})
final class DevnetCommand {}
