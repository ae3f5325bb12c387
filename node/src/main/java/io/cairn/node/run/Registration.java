package io.cairn.node.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.home.OwnerFile;
import io.cairn.protocol.actor.power.CreateMinerParams;
import io.cairn.protocol.actor.power.CreateMinerReturn;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MsgLookup;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the provider known to the chain, once: an account with funds, then a miner of its own. The message is signed,
 * kept in the home folder and then sent, so that a start after a crash sends the same bytes again.
 */
public final class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final String MINER_FILE = "miner.json";
    private static final Address POWER_ACTOR = Address.ofId(4);
    private static final long CREATE_MINER = 2;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration PUSH_AGAIN = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeLink link;
    private final FullNode node;
    private final Path folder;
    private final Funding funding;
    private final StopSignal stop;

    /** Registers over {@code link}; what was done is kept in {@code folder}. */
    Registration(NodeLink link, Path folder, Funding funding, StopSignal stop) {
        this.link = link;
        this.node = link.node();
        this.folder = folder;
        this.funding = funding;
        this.stop = stop;
    }

    /** Whether the miner of a provider's folder is registered. */
    public static boolean isDone(Path folder) {
        return Files.exists(folder.resolve(MINER_FILE));
    }

    /**
     * The provider's miner: the one registered before, or a new one.
     *
     * @throws StartException when the node does not know the miner that was registered
     */
    Address miner(PrivateKey owner, RegisteredPostProof windowProof) throws IOException {
        Path kept = folder.resolve(MINER_FILE);
        if (!Files.exists(kept)) {
            register(owner, windowProof, kept);
        }
        Address miner = Address.parse(JSON.readTree(kept.toFile()).get("miner").asText());
        requireKnown(miner);
        return miner;
    }

    private void register(PrivateKey owner, RegisteredPostProof windowProof, Path kept) throws IOException {
        TokenAmount deposit = link.ask(() -> node.stateMinerCreationDeposit(TipsetKey.EMPTY));
        funding.await(owner.address(), deposit);
        byte[] parameters = new CreateMinerParams(
                owner.address(), owner.address(), windowProof, ByteString.EMPTY, List.of()).toCbor();
        MsgLookup created = send("registration", owner,
                Message.of(POWER_ACTOR, owner.address(), deposit, CREATE_MINER, parameters));
        Address miner = CborReader.readAll(created.receipt().returnValue().toArray(), CreateMinerReturn::readFrom).idAddress();
        OwnerFile.write(kept, JSON.writeValueAsBytes(JSON.createObjectNode().put("miner", miner.toString())));
        LOG.info("registered as {} at epoch {}", miner, created.height());
    }

    private void requireKnown(Address miner) throws IOException {
        try {
            link.ask(() -> node.stateMinerInfo(miner, TipsetKey.EMPTY));
        } catch (RpcException unknown) {
            throw new StartException("the node at " + link.endpoint() + " does not know the miner " + miner + " of " + folder
                    + " (" + unknown.getMessage() + "); it is not in sync, or its chain is not the one on which the miner"
                    + " was registered", unknown);
        }
    }

    private MsgLookup send(String name, PrivateKey key, Message message) throws IOException {
        Path kept = folder.resolve(name + ".message");
        if (!Files.exists(kept)) {
            OwnerFile.write(kept, sign(key, message).toCbor());
        }
        SignedMessage signed = CborReader.readAll(Files.readAllBytes(kept), SignedMessage::readFrom);
        MsgLookup executed = push(name, signed);
        if (!executed.receipt().succeeded()) {
            Files.delete(kept);
            throw new StartException("the " + name + " message " + signed.cid() + " failed on chain with exit code "
                    + executed.receipt().exitCode() + "; start again to send a new one");
        }
        return executed;
    }

    private SignedMessage sign(PrivateKey key, Message message) throws IOException {
        FreshAccount sender = new FreshAccount(link, stop);
        long nonce = sender.ask(() -> node.mpoolGetNonce(key.address()));
        Message estimated = sender.ask(() -> node.gasEstimateMessageGas(message.withNonce(nonce), Optional.empty(), TipsetKey.EMPTY));
        return Signatures.sign(key, estimated.withNonce(nonce));
    }

    private MsgLookup push(String name, SignedMessage signed) throws IOException {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        Instant nextPush = Instant.MIN;
        while (Instant.now().isBefore(end)) {
            Optional<MsgLookup> executed = search(signed);
            if (executed.isPresent()) {
                return executed.get();
            }
            if (Instant.now().isAfter(nextPush)) {
                pushOnce(name, signed);
                nextPush = Instant.now().plus(PUSH_AGAIN);
            }
            stop.pause(LOOK);
        }
        throw new StartException("the " + name + " message " + signed.cid() + " was not executed within " + LONGEST_WAIT.toMinutes()
                + " minutes; it is kept and sent again at the next start");
    }

    private void pushOnce(String name, SignedMessage signed) throws IOException {
        try {
            LOG.info("sent the {} message {}", name, link.ask(() -> node.mpoolPush(signed)));
        } catch (RpcException refused) {
            // It may be in the pool or on the chain already: then the search will see it.
            LOG.info("the node did not take the {} message: {}", name, refused.getMessage());
        }
    }

    private Optional<MsgLookup> search(SignedMessage signed) throws IOException {
        try {
            return link.ask(() -> node.stateSearchMsg(TipsetKey.EMPTY, signed.cid(), -1, true));
        } catch (RpcException unknown) {
            return Optional.empty();
        }
    }
}
