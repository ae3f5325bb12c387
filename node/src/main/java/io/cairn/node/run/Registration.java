package io.cairn.node.run;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the provider known to the chain, once: an account with funds, then a miner of its own. Each message is signed,
 * kept in the home folder and then sent, so that a start after a crash sends the same bytes again.
 */
final class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Address POWER_ACTOR = Address.ofId(4);
    private static final long CREATE_MINER = 2;
    private static final long SEND = 0;
    private static final TokenAmount FUNDS = TokenAmount.ofFil(100_000);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FullNode node;
    private final Path folder;
    private final Duration callTimeout;

    /** Registers over {@code node}; what was done is kept in {@code folder}. */
    Registration(FullNode node, Path folder, Duration callTimeout) {
        this.node = node;
        this.folder = folder;
        this.callTimeout = callTimeout;
    }

    /**
     * The provider's miner: the one registered before, or a new one.
     *
     * @param faucet a key with funds that gives the owner what it needs
     */
    Address miner(PrivateKey owner, PrivateKey faucet, RegisteredPostProof windowProof) throws IOException {
        Path kept = folder.resolve("miner.json");
        if (Files.exists(kept)) {
            return Address.parse(JSON.readTree(kept.toFile()).get("miner").asText());
        }
        send("funding", faucet, Message.of(owner.address(), faucet.address(), FUNDS, SEND, new byte[0]));
        byte[] parameters = new CreateMinerParams(
                owner.address(), owner.address(), windowProof, ByteString.EMPTY, List.of()).toCbor();
        TokenAmount deposit = answer(node.stateMinerCreationDeposit(TipsetKey.EMPTY));
        MsgLookup created = send("registration", owner,
                Message.of(POWER_ACTOR, owner.address(), deposit, CREATE_MINER, parameters));
        Address miner = CborReader.readAll(created.receipt().returnValue().toArray(), CreateMinerReturn::readFrom).idAddress();
        write(kept, JSON.writeValueAsBytes(JSON.createObjectNode().put("miner", miner.toString())));
        LOG.info("registered as {} at epoch {}", miner, created.height());
        return miner;
    }

    private MsgLookup send(String name, PrivateKey key, Message message) throws IOException {
        Path kept = folder.resolve(name + ".message");
        if (!Files.exists(kept)) {
            write(kept, sign(key, message).toCbor());
        }
        SignedMessage signed = CborReader.readAll(Files.readAllBytes(kept), SignedMessage::readFrom);
        MsgLookup executed = push(name, signed);
        if (!executed.receipt().succeeded()) {
            Files.delete(kept);
            throw new IOException("the " + name + " message " + signed.cid() + " failed on chain with exit code "
                    + executed.receipt().exitCode() + "; start again to send a new one");
        }
        return executed;
    }

    private SignedMessage sign(PrivateKey key, Message message) throws IOException {
        long nonce = answer(node.mpoolGetNonce(key.address()));
        Message estimated = answer(node.gasEstimateMessageGas(message.withNonce(nonce), Optional.empty(), TipsetKey.EMPTY));
        return Signatures.sign(key, estimated.withNonce(nonce));
    }

    private MsgLookup push(String name, SignedMessage signed) throws IOException {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        boolean pushed = false;
        while (Instant.now().isBefore(end)) {
            Optional<MsgLookup> executed = search(signed);
            if (executed.isPresent()) {
                return executed.get();
            }
            if (!pushed) {
                pushOnce(name, signed);
                pushed = true;
            }
            pause();
        }
        throw new IOException("the " + name + " message " + signed.cid() + " was not executed within " + LONGEST_WAIT.toMinutes()
                + " minutes; it is kept and sent again at the next start");
    }

    private void pushOnce(String name, SignedMessage signed) throws IOException {
        try {
            LOG.info("sent the {} message {}", name, answer(node.mpoolPush(signed)));
        } catch (RpcException refused) {
            // A start after a crash finds its message in the pool or on the chain: then the search will see it.
            LOG.info("the node did not take the {} message again: {}", name, refused.getMessage());
        }
    }

    private Optional<MsgLookup> search(SignedMessage signed) throws IOException {
        try {
            return answer(node.stateSearchMsg(TipsetKey.EMPTY, signed.cid(), -1, true));
        } catch (RpcException unknown) {
            return Optional.empty();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a message", e);
        }
    }

    private <T> T answer(CompletableFuture<T> call) throws IOException {
        try {
            return call.orTimeout(callTimeout.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RpcException refused) {
                throw refused;
            }
            throw new IOException("the node did not answer: " + e.getCause(), e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
