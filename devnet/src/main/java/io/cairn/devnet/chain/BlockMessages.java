package io.cairn.devnet.chain;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.MessageMeta;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.Amt;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages of blocks and tipsets (lotus: chain/store/messages.go). */
public final class BlockMessages {

    /** A message as a block carries it: its identifier on chain and its length there in bytes. */
    public record Included(Cid cid, Message message, int length) { }

    private BlockMessages() {
    }

    /** Stores the messages of a block and returns the identifier for its header. */
    public static Cid save(BlockStore store, List<SignedMessage> messages) {
        List<Cid> bls = new ArrayList<>();
        List<Cid> secp = new ArrayList<>();
        for (SignedMessage signed : messages) {
            (signed.isBls() ? bls : secp).add(store.put(signed.isBls() ? signed.message().toCbor() : signed.toCbor()));
        }
        return save(store, bls, secp);
    }

    /** The identifier, for a block's header, of lists of messages that are stored. */
    static Cid save(BlockStore store, List<Cid> bls, List<Cid> secp) {
        return store.put(new MessageMeta(Amt.saveHeaderList(store, bls, CborWriter::cid), Amt.saveHeaderList(store, secp, CborWriter::cid)).toCbor());
    }

    /** A block's messages: BLS first, in order. */
    public static List<Included> of(BlockStore store, BlockHeader block) {
        MessageMeta meta = CborReader.readAll(store.get(block.messages()), MessageMeta::readFrom);
        List<Included> all = new ArrayList<>();
        for (Cid cid : Amt.loadHeaderList(store, meta.blsMessages(), CborReader::cid)) {
            byte[] bytes = store.get(cid);
            all.add(new Included(cid, CborReader.readAll(bytes, Message::readFrom), bytes.length));
        }
        for (Cid cid : Amt.loadHeaderList(store, meta.secpkMessages(), CborReader::cid)) {
            byte[] bytes = store.get(cid);
            all.add(new Included(cid, CborReader.readAll(bytes, SignedMessage::readFrom).message(), bytes.length));
        }
        return all;
    }

    /** The messages that execute, per block, without repetitions across blocks. */
    public static List<List<Included>> selected(BlockStore store, Tipset tipset) {
        Set<Cid> seen = new HashSet<>();
        Map<String, Long> next = new HashMap<>();
        List<List<Included>> perBlock = new ArrayList<>();
        for (BlockHeader block : tipset.blocks()) {
            List<Included> taken = new ArrayList<>();
            for (Included included : of(store, block)) {
                String sender = included.message().from().toString();
                long nonce = included.message().nonce();
                if (next.getOrDefault(sender, nonce) == nonce && seen.add(included.message().cid())) {
                    next.put(sender, nonce + 1);
                    taken.add(included);
                }
            }
            perBlock.add(taken);
        }
        return perBlock;
    }
}
