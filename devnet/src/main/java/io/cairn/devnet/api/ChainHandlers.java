package io.cairn.devnet.api;

import io.cairn.devnet.chain.BlockMessages;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.TipsetIndex;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.protocol.api.ChainMessage;
import io.cairn.protocol.api.HeadChange;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.rpc.Subscription;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Answers for tipsets, blocks and messages. Names and parameters as in the API's declaration. */
public final class ChainHandlers {

    private final Chain chain;

    ChainHandlers(Chain chain) {
        this.chain = chain;
    }

    static Tipset tipset(io.cairn.devnet.chain.Tipset tipset) {
        return new Tipset(tipset.key().cids(), tipset.blocks(), tipset.height());
    }

    public Tipset chainHead() {
        return tipset(chain.head());
    }

    public Tipset chainGetGenesis() {
        return tipset(chain.index().genesis());
    }

    public Tipset chainGetTipSet(TipsetKey key) {
        return tipset(chain.tipset(key));
    }

    public Tipset chainGetTipSetByHeight(long epoch, TipsetKey key) {
        io.cairn.devnet.chain.Tipset found = chain.tipset(key);
        requireNotFuture(epoch, found);
        while (found.height() > epoch) {
            found = chain.index().contains(found) ? chain.index().atOrBefore(epoch).orElseThrow()
                    : chain.index().parent(found).orElseThrow();
        }
        return tipset(found);
    }

    public Tipset chainGetTipSetAfterHeight(long epoch, TipsetKey key) {
        io.cairn.devnet.chain.Tipset from = chain.tipset(key);
        requireNotFuture(epoch, from);
        return tipset(chain.index().atOrAfter(from, epoch));
    }

    private static void requireNotFuture(long epoch, io.cairn.devnet.chain.Tipset from) {
        if (epoch > from.height()) {
            throw RpcFailure.of("looking for tipset with height greater than start point");
        }
    }

    public BlockHeader chainGetBlock(Cid block) {
        return CborReader.readAll(chain.log().get(block), BlockHeader::readFrom);
    }

    public Message chainGetMessage(Cid message) {
        byte[] bytes = chain.log().get(message);
        return new CborReader(bytes).array() == 2 ? CborReader.readAll(bytes, SignedMessage::readFrom).message()
                : CborReader.readAll(bytes, Message::readFrom);
    }

    public List<MessageReceipt> chainGetParentReceipts(Cid block) {
        TipsetKey parents = new TipsetKey(chainGetBlock(block).parents());
        return chain.executor().execute(chain.index().load(parents)).receipts();
    }

    public BigInteger chainTipSetWeight(TipsetKey key) {
        return chain.weight(chain.tipset(key));
    }

    public ByteString chainReadObj(Cid object) {
        return ByteString.of(chain.log().get(object));
    }

    public Boolean chainHasObj(Cid object) {
        return chain.log().has(object);
    }

    /** Sends the current head, then every change of it. */
    public Subscription chainNotify(Consumer<List<HeadChange>> consumer) {
        synchronized (chain) {
            consumer.accept(List.of(new HeadChange(HeadChange.Type.CURRENT, chainHead())));
            Runnable end = chain.listen(move -> consumer.accept(changes(move)));
            return end::run;
        }
    }

    private static List<HeadChange> changes(TipsetIndex.Move move) {
        List<HeadChange> changes = new ArrayList<>();
        move.reverted().forEach(t -> changes.add(new HeadChange(HeadChange.Type.REVERT, tipset(t))));
        move.applied().forEach(t -> changes.add(new HeadChange(HeadChange.Type.APPLY, tipset(t))));
        return changes;
    }

    public io.cairn.protocol.api.BlockMessages chainGetBlockMessages(Cid block) {
        List<Message> bls = new ArrayList<>();
        List<SignedMessage> secp = new ArrayList<>();
        List<Cid> cids = new ArrayList<>();
        for (BlockMessages.Included included : BlockMessages.of(chain.log(), chainGetBlock(block))) {
            cids.add(included.cid());
            if (included.cid().equals(included.message().cid())) {
                bls.add(included.message());
            } else {
                secp.add(CborReader.readAll(chain.log().get(included.cid()), SignedMessage::readFrom));
            }
        }
        return new io.cairn.protocol.api.BlockMessages(bls, secp, cids);
    }

    public List<ChainMessage> chainGetParentMessages(Cid block) {
        return executed(chain.index().load(new TipsetKey(chainGetBlock(block).parents())));
    }

    public List<ChainMessage> chainGetMessagesInTipset(TipsetKey key) {
        return executed(chain.tipset(key));
    }

    private List<ChainMessage> executed(io.cairn.devnet.chain.Tipset tipset) {
        List<ChainMessage> messages = BlockMessages.selected(chain.log(), tipset).stream().flatMap(List::stream)
                .map(included -> new ChainMessage(included.cid(), included.message())).toList();
        return messages.isEmpty() ? null : messages;
    }

    public List<HeadChange> chainGetPath(TipsetKey from, TipsetKey to) {
        io.cairn.devnet.chain.Tipset left = chain.tipset(from);
        io.cairn.devnet.chain.Tipset right = chain.tipset(to);
        List<HeadChange> changes = new ArrayList<>();
        Deque<HeadChange> taken = new ArrayDeque<>();
        while (!left.equals(right)) {
            if (left.height() >= right.height() && left.height() > 0) {
                changes.add(new HeadChange(HeadChange.Type.REVERT, tipset(left)));
                left = chain.index().parent(left).orElseThrow();
            } else {
                taken.addFirst(new HeadChange(HeadChange.Type.APPLY, tipset(right)));
                right = chain.index().parent(right).orElseThrow();
            }
        }
        changes.addAll(taken);
        return changes;
    }
}
