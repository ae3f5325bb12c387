package io.cairn.node.cli;

import io.cairn.node.client.NotReachableException;
import io.cairn.node.client.RefusedException;
import io.cairn.node.config.ConfigurationException;
import io.cairn.node.home.HomeException;
import io.cairn.node.run.StartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code cairn}. */
@Command(
        name = "cairn",
        mixinStandardHelpOptions = true,
        version = "Cairn 0.1.0",
        description = "A Filecoin storage provider.",
        subcommands = {
            RunCommand.class, InfoCommand.class, PledgeCommand.class, SectorsCommand.class, ProvingCommand.class,
            WalletCommand.class, ChainCommand.class, MpoolCommand.class, DevnetCommand.class, ConfigCommand.class,
            ParametersCommand.class, ConformanceCommand.class, CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "cairn test runs all tests. cairn COMMAND --help explains a command."})
public final class Cairn {

    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final int NOT_REACHABLE = 4;
    private static final int CONFIGURATION = 78;
    private static final int SOFTWARE = 70;

    private Cairn() {}

    /** The command line with its error handling: one clear line for what the operator can mend. */
    public static CommandLine commandLine() {
        return new CommandLine(new Cairn())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(Cairn::exitCode)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("cairn: " + message(failure));
                    return exitCode(failure);
                });
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case ConfigurationException e -> e.getMessage();
            case HomeException e -> e.getMessage();
            case StartException e -> e.getMessage();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private static int exitCode(Throwable failure) {
        return switch (failure) {
            case ConfigurationException _ -> CONFIGURATION;
            case HomeException _ -> CONFIGURATION;
            case StartException _ -> CONFIGURATION;
            case CommandLine.ParameterException _ -> USAGE;
            case RefusedException _ -> REFUSED;
            case NotReachableException _ -> NOT_REACHABLE;
            default -> SOFTWARE;
        };
    }
}
