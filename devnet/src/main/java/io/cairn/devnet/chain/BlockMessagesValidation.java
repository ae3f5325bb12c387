package io.cairn.devnet.chain;

import static io.cairn.devnet.chain.InvalidBlockException.require;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.MissingBlockException;
import io.cairn.protocol.message.InclusionRules;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.signature.Signatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a submitted block's messages.
 *
 * <p>Source: lotus, chain/consensus/common.go (checkBlockMessages).
 */
final class BlockMessagesValidation {

    private static final int MOST_MESSAGES = 10_000;

    private final Chain chain;

    BlockMessagesValidation(Chain chain) {
        this.chain = chain;
    }

    void check(BlockMessage block, Tipset parents) {
        int count = block.blsMessages().size() + block.secpkMessages().size();
        require(count <= MOST_MESSAGES, "Messages", count + " messages", "at most " + MOST_MESSAGES);
        Cid root = BlockMessages.save(chain.log(), block.blsMessages(), block.secpkMessages());
        require(root.equals(block.header().messages()), "Messages", block.header().messages(), root + " for the listed messages");
        Senders senders = new Senders(StateTree.load(chain.log(), chain.executor().execute(parents).stateRoot()));
        List<Address> signers = new ArrayList<>();
        List<byte[]> signed = new ArrayList<>();
        for (Cid cid : block.blsMessages()) {
            Message message = read("BlsMessages", cid, Message::readFrom);
            signers.add(senders.take(cid, message, message.toCbor().length));
            signed.add(message.signingBytes());
        }
        require(Signatures.verifyAggregate(block.header().blsAggregate().orElseThrow(), signers, signed), "BLSAggregate",
                "not the aggregate of the block's BLS messages", "one over " + signed.size() + " messages");
        for (Cid cid : block.secpkMessages()) {
            SignedMessage message = read("SecpkMessages", cid, SignedMessage::readFrom);
            Address key = senders.take(cid, message.message(), message.chainLength());
            require(Signatures.verify(message, key), "SecpkMessages", cid + " with a wrong signature", "a signature by " + key);
        }
    }

    private <T> T read(String field, Cid cid, CborReader.Decoder<T> reader) {
        try {
            return CborReader.readAll(chain.log().get(cid), reader);
        } catch (MissingBlockException | CborException unknown) {
            throw new InvalidBlockException(field + " holds " + cid + ", expected a message known to this node: " + unknown.getMessage());
        }
    }

    /** Follows nonces and gas from the parents' state on. */
    private static final class Senders {
        private final StateTree tree;
        private final Map<Long, Long> nonces = new HashMap<>();
        private long gas;

        Senders(StateTree tree) {
            this.tree = tree;
        }

        /** Checks the next message; returns its sender's key. */
        Address take(Cid cid, Message message, int length) {
            String field = "Messages: " + cid;
            try {
                InclusionRules.check(message, GasPrices.leastLimit(length));
            } catch (IllegalArgumentException unfit) {
                throw new InvalidBlockException(field + ": " + unfit.getMessage());
            }
            gas += message.gasLimit();
            require(gas <= GasPrices.BLOCK_LIMIT, "Messages", gas + " gas in all", "at most " + GasPrices.BLOCK_LIMIT);
            long id = Actors.INIT.resolve(tree, message.from()).orElse(-1);
            boolean isAccount = id >= 0 && tree.get(id).code().equals(ActorKind.ACCOUNT.code());
            require(isAccount, field + ": sender", message.from(), "an account");
            long nonce = nonces.getOrDefault(id, tree.get(id).nonce());
            require(message.nonce() == nonce, field + ": nonce", message.nonce(), nonce);
            nonces.put(id, nonce + 1);
            return Actors.INIT.keyOf(tree, id);
        }
    }
}
