package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.client.RefusedException;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.money.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group of commands about keys and money. */
@Command(
        name = "wallet",
        description = "Shows the keys that the provider works with, and what they hold.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WalletCommand.Listing.class, WalletCommand.Balance.class, WalletCommand.KeyAddress.class,
                WalletCommand.Control.class, WalletCommand.SetControl.class, WalletCommand.NewKey.class, WalletCommand.Send.class})
final class WalletCommand {

    private WalletCommand() {}

    private static String fil(JsonNode atto) {
        return TokenAmount.ofAtto(atto.asText()).toString();
    }

    private static String message(JsonNode answer) {
        return "Sent as message " + answer.path("message").asText() + " from " + answer.path("from").asText()
                + "; 'cairn chain inspect' shows what became of it.";
    }

    private static JsonNode named(JsonNode wallet, String name) {
        return StreamSupport.stream(wallet.spliterator(), false)
                .filter(key -> List.of(key.path("name").asText().split(", ")).contains(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "there is no key " + name + "; see 'cairn wallet list'"));
    }

    @Command(name = "list", description = "Lists the provider's keys: what each is for, its addresses, balance, nonce and money in the market.")
    static final class Listing extends AskingCommand {

        @Override
        JsonNode ask() {
            return provider().view("wallet");
        }

        @Override
        void show(JsonNode wallet, Paper paper) {
            List<List<Cell>> rows = new ArrayList<>();
            wallet.forEach(key -> rows.add(List.of(
                    Cell.of(key.path("name").asText()), Cell.of(key.path("id").asText()), Cell.of(key.path("address").asText()),
                    Cell.of(fil(key.path("balance"))), Cell.of(key.path("nonce").asText()),
                    Cell.of(fil(key.path("marketEscrow"))), Cell.of(fil(key.path("marketLocked"))))));
            paper.table(List.of("Name", "ID", "Address", "Balance", "Nonce", "Market", "Locked"), rows);
        }
    }

    @Command(name = "balance", description = "Shows what an address holds (default: the worker); any address of the chain may be asked for.")
    static final class Balance extends AskingCommand {

        @Parameters(paramLabel = "ADDRESS", arity = "0..1", description = "Such as t01000, or t3... (default: the worker's).")
        private Optional<String> address = Optional.empty();

        @Override
        JsonNode ask() {
            String whose = address.orElseGet(() -> named(provider().view("wallet"), "worker").path("address").asText());
            TokenAmount balance = chain(node -> node.ask(FullNode.class, full -> full.walletBalance(Address.parse(whose))));
            return JsonNodeFactory.instance.objectNode().put("address", whose).put("balance", balance.atto().toString());
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line(fil(answer.path("balance")));
        }
    }

    @Command(name = "address", description = "Prints the address of one of the provider's keys.")
    static final class KeyAddress extends AskingCommand {

        @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "worker", description = "owner, worker, beneficiary, control-0, ... (default: ${DEFAULT-VALUE}).")
        private String name;

        @Override
        JsonNode ask() {
            return named(provider().view("wallet"), name);
        }

        @Override
        void show(JsonNode key, Paper paper) {
            paper.line(key.path("address").asText());
        }
    }

    @Command(name = "control", description = "Shows which addresses work for the miner and what each is tried first for (cairn.addresses); worker and owner stand in.")
    static final class Control extends AskingCommand {

        @Override
        JsonNode ask() {
            return provider().view("wallet");
        }

        @Override
        void show(JsonNode wallet, Paper paper) {
            List<List<Cell>> rows = new ArrayList<>();
            wallet.forEach(key -> rows.add(List.of(
                    Cell.of(key.path("name").asText()), Cell.of(key.path("id").asText()), Cell.of(key.path("address").asText()),
                    Cell.of(key.path("use").valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))),
                    Cell.of(fil(key.path("balance"))))));
            paper.table(List.of("Name", "ID", "Key", "Use", "Balance"), rows);
        }
    }

    @Command(name = "set-control", description = "Makes these addresses, and no others, the miner's control addresses; none takes all away."
            + " Each must be known to the chain (send it FIL first), its key in the node's wallet.")
    static final class SetControl extends AskingCommand {

        @Parameters(paramLabel = "ADDRESS", arity = "0..10", description = "At most 10.")
        private List<String> addresses = List.of();

        @Override
        JsonNode ask() {
            ObjectNode argument = JsonNodeFactory.instance.objectNode().put("request", UUID.randomUUID().toString());
            addresses.forEach(argument.putArray("addresses")::add);
            return provider().command("wallet/control", argument);
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line(message(answer));
        }
    }

    @Command(name = "new", description = "Makes a key in the node's wallet and prints its address.")
    static final class NewKey extends AskingCommand {

        @Parameters(paramLabel = "TYPE", arity = "0..1", defaultValue = "bls", description = "bls or secp256k1 (default: ${DEFAULT-VALUE}).")
        private String type;

        @Override
        JsonNode ask() {
            Address made = chain(node -> node.ask(FullNode.class, full -> full.walletNew(type)));
            return JsonNodeFactory.instance.objectNode().put("address", made.toString());
        }

        @Override
        void show(JsonNode key, Paper paper) {
            paper.line(key.path("address").asText());
        }
    }

    @Command(name = "send", description = "Sends FIL from one of the provider's keys.")
    static final class Send extends AskingCommand {

        @Option(names = "--from", paramLabel = "ADDRESS", defaultValue = "owner", description = "owner, worker, or an address whose key is at hand (default: ${DEFAULT-VALUE}).")
        private String from;

        @Option(names = "--request", paramLabel = "NAME",
                description = "Name of this sending; sending again under the same name sends nothing more (default: a new one).")
        private String request = UUID.randomUUID().toString();

        @Parameters(index = "0", paramLabel = "ADDRESS", description = "Who gets it.")
        private String to;

        @Parameters(index = "1", paramLabel = "AMOUNT", description = "FIL, such as 1.5.")
        private String amount;

        @Override
        JsonNode ask() {
            return provider().command("wallet/send", JsonNodeFactory.instance.objectNode().put("request", request).put("from", from)
                    .put("to", to).put("amount", amount));
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line(message(answer));
        }
    }
}
