package io.cairn.node.cli;

import io.cairn.node.client.NotReachableException;
import io.cairn.node.client.RefusedException;
import io.cairn.node.config.ConfigurationException;
import io.cairn.node.home.HomeException;
import io.cairn.node.run.StartException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code cairn}. */
@Command(
        name = "cairn",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "Cairn 0.1.0",
        description = "A Filecoin storage provider.",
        subcommands = {
            RunCommand.class, InfoCommand.class, PledgeCommand.class, StoreCommand.class, RetrieveCommand.class, SectorsCommand.class,
            ProvingCommand.class, DealsCommand.class, WalletCommand.class, ChainCommand.class, MpoolCommand.class, DevnetCommand.class,
            ConfigCommand.class,
            ParametersCommand.class, ConformanceCommand.class, BenchCommand.class, CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and what was looked at is bad",
            "2:the command line is wrong",
            "3:the provider or the chain refuses",
            "4:nothing is running there, or it does not answer",
            "70:something went wrong that has no number of its own",
            "78:the configuration or the home cannot be used"
        })
public final class Cairn {

    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final int NOT_REACHABLE = 4;
    private static final int CONFIGURATION = 78;
    private static final int SOFTWARE = 70;

    private Cairn() {}

    /** The command line with its error handling: one clear line for what the operator can mend. */
    public static CommandLine commandLine() {
        CommandLine cairn = new CommandLine(new Cairn());
        cairn.getCommandSpec().usageMessage().footer("", "cairn test runs all tests. cairn COMMAND --help explains a command.");
        return cairn
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(Cairn::exitCode)
                .setParameterExceptionHandler((failure, _) -> misused(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("cairn: " + message(failure));
                    return exitCode(failure);
                });
    }

    /** What is wrong, the nearest right word, and where to read on; a group without its command shows its commands. */
    private static int misused(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("cairn: " + failure.getMessage());
        boolean nearest = CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        if (!nearest && !command.getSubcommands().isEmpty()) {
            command.usage(err);
        } else if (!nearest) {
            err.println("'" + command.getCommandSpec().qualifiedName() + " --help' explains.");
        }
        return USAGE;
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
