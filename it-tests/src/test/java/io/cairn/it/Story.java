package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.devnet.api.DevnetApi;
import io.cairn.protocol.actor.miner.MinerMethod;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.ChainMessage;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A chain and a provider with real proofs in two processes, and a look at the chain from outside. */
final class Story implements AutoCloseable {

    private static final String PROVIDER = "story-provider";
    private static final Duration START = Duration.ofMinutes(5);

    /** The line of life. */
    static final String LIFE = "epoch ([\\d,]+).* · power";

    private final Place place;
    private final String[] providerArguments;
    private CairnProcess chain;
    private CairnProcess provider;
    private String apiInfo;
    private FullNode node;
    private DevnetApi devnet;

    private Story(Place place, String... providerArguments) {
        this.place = place;
        this.providerArguments = providerArguments;
    }

    /** Begins a story in which the provider pledges so many sectors. */
    static Story begin(Path folder, int sectors) throws Exception {
        Story story = new Story(Place.in(folder, SharedParameters.forAll()), "--pledge", Integer.toString(sectors));
        story.startChain();
        story.startProvider();
        story.awaitMiner();
        return story;
    }

    void startChain() throws Exception {
        chain = place.chain();
        apiInfo = chain.awaitLine("^FULLNODE_API_INFO=(.+)$", START).group(1);
        if (node == null) {
            RpcOptions options = RpcOptions.defaults().withConnectTimeout(Duration.ofSeconds(20));
            node = FullNodeClient.connect(NodeEndpoint.parse(apiInfo), options);
            devnet = FullNodeClient.connect(DevnetApi.class, NodeEndpoint.parse(apiInfo), options);
        }
    }

    void startProvider() throws IOException {
        provider = place.provider(PROVIDER, apiInfo, providerArguments);
    }

    void killChain() throws InterruptedException {
        chain.kill();
    }

    void killProvider() throws InterruptedException {
        provider.kill();
    }

    /** Stops the provider in good order, so that its journal can be read. */
    void stopProvider() throws Exception {
        provider.terminate();
    }

    /** Waits until the provider runs. */
    void awaitMiner() throws InterruptedException {
        provider.awaitLine("^Miner t0", START);
    }

    /** Waits until the provider shows its state. */
    void awaitProvider() throws InterruptedException {
        provider.awaitLine(LIFE, START);
    }

    /** Has a command talk to the provider until it ends; it has to end well. */
    void command(Duration longest, String command, String... arguments) throws Exception {
        try (CairnProcess asked = place.command(PROVIDER, command, arguments)) {
            assertEquals(0, asked.awaitExit(longest), asked.output());
        }
    }

    Path providerHome() {
        return place.home(PROVIDER);
    }

    FullNode node() {
        return node;
    }

    DevnetApi devnet() {
        return devnet;
    }

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS);
    }

    Address miner() throws InterruptedException {
        return Address.parse(provider.awaitLine("^Miner (t0\\d+)", START).group(1));
    }

    /** The sectors that the chain knows of a miner. */
    List<SectorOnChainInfo> sectors(Address miner) throws Exception {
        return get(node.stateMinerSectors(miner, Optional.empty(), TipsetKey.EMPTY));
    }

    /** The miner's power in bytes. */
    BigInteger power(Address miner) throws Exception {
        return get(node.stateMinerPower(miner, TipsetKey.EMPTY)).minerPower().rawBytePower();
    }

    /** Every message of the chain from its head down, with the epoch of its tipset. */
    List<Included> messages() throws Exception {
        return messages(node);
    }

    /** As {@link #messages()}, asked of any node. */
    static List<Included> messages(FullNode node) throws Exception {
        List<Included> all = new ArrayList<>();
        Tipset tipset = get(node.chainHead());
        while (tipset.height() > 0) {
            long epoch = tipset.height();
            get(node.chainGetMessagesInTipset(tipset.key())).forEach(message -> all.add(new Included(epoch, message)));
            tipset = get(node.chainGetTipSet(new TipsetKey(tipset.blocks().getFirst().parents())));
        }
        return all.reversed();
    }

    /** The messages of the chain that call a method of a miner, oldest first. */
    List<Included> messagesTo(Address miner, MinerMethod method) throws Exception {
        return messages().stream().filter(included -> included.message().message().to().equals(miner)
                && included.message().message().method() == method.number()).toList();
    }

    /** A message and the epoch of the tipset that carries it. */
    record Included(long epoch, ChainMessage message) {}

    @Override
    public void close() throws Exception {
        try (CairnProcess _ = chain; CairnProcess _ = provider) {
            if (node != null) {
                devnet.close();
                node.close();
            }
        }
    }
}
