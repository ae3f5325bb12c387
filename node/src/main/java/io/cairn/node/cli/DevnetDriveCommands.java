package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.devnet.api.DevnetApi;
import io.cairn.node.console.Paper;
import io.cairn.node.view.Amounts;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.NodeVersion;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.money.TokenAmount;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands that drive the embedded chain: its clock, and the faults to inject, a call of {@code Devnet.*} each. */
final class DevnetDriveCommands {

    private DevnetDriveCommands() {}

    /** A call with its answer, and a sentence about what follows from it. */
    abstract static class Drive extends AskingCommand {

        final ObjectNode called(Function<DevnetApi, ? extends CompletableFuture<?>> call, String sentence) {
            Object answer = chain(node -> node.answer(call.apply(node.as(DevnetApi.class))));
            return JsonNodeFactory.instance.objectNode().put("answer", String.valueOf(answer)).put("sentence", sentence);
        }

        final void require(boolean right, String complaint) {
            if (!right) {
                throw new CommandLine.ParameterException(commandLine(), complaint);
            }
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line(answer.path("sentence").asText());
        }
    }

    @Command(name = "status", description = "Shows the chain's head, its clock and what waits.")
    static final class Status extends AskingCommand {

        private static final int WIDTH = 18;

        @Override
        JsonNode ask() {
            return chain(node -> {
                FullNode full = node.as(FullNode.class);
                Tipset head = node.answer(full.chainHead());
                NodeVersion version = node.answer(full.version());
                return TipsetForm.of(head).put("version", version.version())
                        .put("network", node.answer(full.stateNetworkName()))
                        .put("pendingMessages", node.answer(full.mpoolPending(TipsetKey.EMPTY)).size())
                        .put("miners", node.answer(full.stateListMiners(TipsetKey.EMPTY)).size());
            });
        }

        @Override
        void show(JsonNode status, Paper paper) {
            paper.field(WIDTH, "Network", status.path("network").asText() + " (" + status.path("version").asText() + ")");
            paper.field(WIDTH, "Head", ChainCommand.line(status));
            paper.field(WIDTH, "Base fee", TokenAmount.ofAtto(status.path("baseFee").asText()).toShortString());
            paper.field(WIDTH, "Miners", status.path("miners").asText());
            paper.field(WIDTH, "Messages waiting", status.path("pendingMessages").asText());
        }
    }

    @Command(name = "step", description = "Makes epochs now, until a window that is not proven yet or a held beacon stops the clock.")
    static final class Step extends Drive {

        @Parameters(paramLabel = "EPOCHS", arity = "0..1", defaultValue = "1", description = "How many (default: ${DEFAULT-VALUE}).")
        private int epochs;

        @Override
        JsonNode ask() {
            require(epochs > 0, "EPOCHS is " + epochs + "; expected 1 or more");
            ObjectNode answer = called(devnet -> devnet.step(epochs), "");
            int made = answer.path("answer").asInt();
            return answer.put("made", made).put("sentence", made == epochs ? "Made " + Amounts.of(made, "epoch") + "."
                    : "Made " + made + " of " + Amounts.of(epochs, "epoch") + "; an unproven window or the beacon holds the clock.");
        }
    }

    @Command(name = "null-rounds", description = "Puts rounds without a block before the next block, even over windows that are not proven yet.")
    static final class NullRounds extends Drive {

        @Parameters(paramLabel = "N", description = "How many.")
        private long rounds;

        @Override
        JsonNode ask() {
            require(rounds > 0, "N is " + rounds + "; expected 1 or more");
            return called(devnet -> devnet.nullRounds(rounds), "The next block comes after " + Amounts.of(rounds, "empty epoch") + ".");
        }
    }

    @Command(name = "reorg", description = "Replaces the newest tipsets by a heavier branch without their messages, which go back to the pool.")
    static final class Reorganise extends Drive {

        @Parameters(paramLabel = "DEPTH", description = "How many tipsets.")
        private int depth;

        @Override
        JsonNode ask() {
            require(depth > 0, "DEPTH is " + depth + "; expected 1 or more");
            return called(devnet -> devnet.reorganise(depth), Amounts.of(depth, "tipset") + " replaced.");
        }
    }

    @Command(name = "hold-beacon", description = "Holds the randomness beacon back from an epoch on, as an outage of drand would; --release ends it.")
    static final class HoldBeacon extends Drive {

        @CommandLine.ArgGroup(multiplicity = "1")
        private Choice choice;

        static final class Choice {
            @Parameters(paramLabel = "EPOCH", description = "From this epoch on there is no beacon, and no block.")
            private Long from;

            @CommandLine.Option(names = "--release", description = "Let the beacon come again.")
            private boolean release;
        }

        @Override
        JsonNode ask() {
            if (choice.release) {
                return called(devnet -> devnet.holdBeacon(-1), "The beacon comes again.");
            }
            require(choice.from >= 0, "EPOCH is " + choice.from + "; expected 0 or more");
            return called(devnet -> devnet.holdBeacon(choice.from), "The beacon is held from epoch " + choice.from
                    + " on; 'cairn devnet hold-beacon --release' lets it come again.");
        }
    }

    @Command(name = "drop-messages", description = "Acknowledges and forgets the next messages.")
    static final class DropMessages extends Drive {

        @Parameters(paramLabel = "N", description = "How many; 0 ends it.")
        private int count;

        @Override
        JsonNode ask() {
            require(count >= 0, "N is " + count + "; expected 0 or more");
            return called(devnet -> devnet.dropMessages(count), "To be lost: " + Amounts.of(count, "message") + ".");
        }
    }

    @Command(name = "delay-messages", description = "Makes messages that come from now on wait before a block takes them.")
    static final class DelayMessages extends Drive {

        @Parameters(paramLabel = "EPOCHS", description = "How long; 0 ends it.")
        private long epochs;

        @Override
        JsonNode ask() {
            require(epochs >= 0, "EPOCHS is " + epochs + "; expected 0 or more");
            return called(devnet -> devnet.delayMessages(epochs),
                    epochs == 0 ? "Messages wait no longer." : "Messages that come now wait " + Amounts.of(epochs, "epoch") + ".");
        }
    }

    @Command(name = "base-fee", description = "Keeps the base fee at least this high; 0 ends it.")
    static final class BaseFee extends Drive {

        @Parameters(paramLabel = "AMOUNT", description = "For a unit of gas, such as 5000000000attofil or 0.000000005.")
        private String least;

        @Override
        JsonNode ask() {
            TokenAmount amount;
            try {
                amount = TokenAmount.parse(least);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(commandLine(), e.getMessage());
            }
            require(!amount.isNegative(), "AMOUNT is " + least + "; expected 0 or more");
            return called(devnet -> devnet.spikeBaseFee(amount.atto()),
                    amount.isZero() ? "The base fee is free again." : "The base fee is " + amount.toShortString() + " or more.");
        }
    }

    @Command(name = "api-down", description = "Takes the chain's API away for a while; its epochs go on.")
    static final class ApiDown extends Drive {

        @Parameters(paramLabel = "SECONDS", description = "How long, 1 to 3600.")
        private int seconds;

        @Override
        JsonNode ask() {
            require(seconds >= 1 && seconds <= 3600, "SECONDS is " + seconds + "; expected 1 to 3600");
            return called(devnet -> devnet.apiDown(Duration.ofSeconds(seconds).toMillis()), "The API is away for " + seconds + " s.");
        }
    }

    @Command(name = "allow-missed-windows", description = "Lets the clock pass windows that are not proven yet, as a real chain does; 'no' makes it wait again.")
    static final class AllowMissedWindows extends Drive {

        @Parameters(paramLabel = "yes|no", arity = "0..1", defaultValue = "yes", description = "Default: ${DEFAULT-VALUE}.")
        private String allowed;

        @Override
        JsonNode ask() {
            require(allowed.matches("yes|no"), "the choice is '" + allowed + "'; expected yes or no");
            boolean yes = allowed.equals("yes");
            return called(devnet -> devnet.allowMissedWindows(yes),
                    yes ? "The clock passes windows that are not proven." : "The clock waits for windows that are not proven.");
        }
    }

    @Command(name = "fund", description = "Raises an account to at least so much from the chain's own funds.")
    static final class Fund extends Drive {

        @Parameters(index = "0", paramLabel = "ADDRESS", description = "Who gets it; an account begins to be with its first FIL.")
        private String account;

        @Parameters(index = "1", paramLabel = "AMOUNT", description = "FIL that it is to have, such as 100.")
        private String least;

        @Override
        JsonNode ask() {
            Address address;
            TokenAmount amount;
            try {
                address = Address.parse(account);
                amount = TokenAmount.parse(least);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(commandLine(), e.getMessage());
            }
            require(amount.isPositive(), "AMOUNT is " + least + "; expected more than 0");
            return called(devnet -> devnet.fund(address, amount), account + " has " + amount + " in a moment.");
        }
    }
}
