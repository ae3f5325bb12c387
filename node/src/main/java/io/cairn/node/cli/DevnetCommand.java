package io.cairn.node.cli;

import picocli.CommandLine.Command;

/** The group of commands about the embedded chain. */
@Command(
        name = "devnet",
        description = "Runs and drives the embedded chain.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DevnetRunCommand.class, DevnetDriveCommands.Status.class, DevnetDriveCommands.Step.class,
            DevnetDriveCommands.NullRounds.class, DevnetDriveCommands.Reorganise.class, DevnetDriveCommands.HoldBeacon.class,
            DevnetDriveCommands.DropMessages.class, DevnetDriveCommands.DelayMessages.class, DevnetDriveCommands.BaseFee.class,
            DevnetDriveCommands.ApiDown.class, DevnetDriveCommands.AllowMissedWindows.class,
            DevnetDriveCommands.Fund.class
        })
final class DevnetCommand {}
