package io.cairn.protocol.api;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.rpc.Subscription;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Blocks, tipsets and the head.
 *
 * <p>Source: lotus: api/api_full.go. Where a key is asked for, the empty key is the head unless said otherwise.
 */
public interface ChainApi {

    /** The head of the chain. */
    CompletableFuture<Tipset> chainHead();

    /** Follows the head: first the current one, then for each change the tipsets left, downwards, and those taken, upwards. After a
     * reconnection it starts anew with the current head. */
    Subscription chainNotify(Consumer<List<HeadChange>> changes);

    /** The tipset of this key, which must not be empty. */
    CompletableFuture<Tipset> chainGetTipSet(TipsetKey key);

    /** The tipset at this epoch on the chain of the key; the one before when the epoch has none. */
    CompletableFuture<Tipset> chainGetTipSetByHeight(long epoch, TipsetKey key);

    /** The tipset at this epoch on the chain of the key; the one after when the epoch has none. */
    CompletableFuture<Tipset> chainGetTipSetAfterHeight(long epoch, TipsetKey key);

    /** The first tipset. */
    CompletableFuture<Tipset> chainGetGenesis();

    /** A block header. */
    CompletableFuture<BlockHeader> chainGetBlock(Cid block);

    /** A message of the chain or the pool, unsigned. */
    CompletableFuture<Message> chainGetMessage(Cid message);

    /** The messages that a block carries. */
    CompletableFuture<BlockMessages> chainGetBlockMessages(Cid block);

    /** The messages of the block's parents in order of execution. */
    CompletableFuture<List<ChainMessage>> chainGetParentMessages(Cid block);

    /** The receipts of the block's parents' messages in order of execution. */
    CompletableFuture<List<MessageReceipt>> chainGetParentReceipts(Cid block);

    /** The messages of a tipset in order of execution. */
    CompletableFuture<List<ChainMessage>> chainGetMessagesInTipset(TipsetKey key);

    /** The steps that lead from one tipset to another. */
    CompletableFuture<List<HeadChange>> chainGetPath(TipsetKey from, TipsetKey to);

    /** The weight of the chain up to a tipset. */
    CompletableFuture<BigInteger> chainTipSetWeight(TipsetKey key);

    /** An object of the node's block store. */
    CompletableFuture<ByteString> chainReadObj(Cid object);

    /** Whether the node's block store has an object. */
    CompletableFuture<Boolean> chainHasObj(Cid object);
}
