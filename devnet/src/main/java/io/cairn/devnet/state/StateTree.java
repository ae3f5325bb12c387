package io.cairn.devnet.state;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All actors of the chain after some tipset. Changes stay here until {@link #flush()}; a snapshot undoes those of a failed call.
 *
 * <p>Source: lotus, chain/state/statetree.go (state tree version 5).
 */
public final class StateTree {

    private static final int VERSION = 5;
    private static final int BIT_WIDTH = 5;

    private final BlockStore store;
    private final Cid info;
    private TreeMap<Long, ActorRecord> actors;

    private StateTree(BlockStore store, Cid info, TreeMap<Long, ActorRecord> actors) {
        this.store = store;
        this.info = info;
        this.actors = actors;
    }

    /** A tree without actors. */
    public static StateTree empty(BlockStore store) {
        Cid info = Objects.put(store, new CborWriter().array(0));
        return new StateTree(store, info, new TreeMap<>());
    }

    /** The tree with this root. */
    public static StateTree load(BlockStore store, Cid root) {
        CborReader r = Objects.reader(store, root);
        r.tuple(3);
        long version = r.integer();
        if (version != VERSION) {
            throw new IllegalStateException("state tree version is " + version + ", expected " + VERSION);
        }
        Cid actorsRoot = r.cid();
        Cid info = r.cid();
        TreeMap<Long, ActorRecord> actors = new TreeMap<>();
        Tables.loadHamt(store, actorsRoot, BIT_WIDTH, ActorRecord::readFrom)
                .forEach((key, actor) -> actors.put(Address.ofBytes(key.toArray()).id(), actor));
        return new StateTree(store, info, actors);
    }

    /** Where the actors' own states are kept. */
    public BlockStore store() {
        return store;
    }

    /** The actor with this id. */
    public Optional<ActorRecord> find(long id) {
        return Optional.ofNullable(actors.get(id));
    }

    /** The actor with this id, which must exist. */
    public ActorRecord get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("actor t0" + id + " does not exist"));
    }

    /** All actors by id, ascending. */
    public Map<Long, ActorRecord> all() {
        return Map.copyOf(actors);
    }

    /** Sets or replaces an actor. */
    public void set(long id, ActorRecord actor) {
        actors.put(id, actor);
    }

    /** What {@link #restore} goes back to. */
    public Map<Long, ActorRecord> snapshot() {
        return new TreeMap<>(actors);
    }

    /** Undoes all changes since the snapshot. */
    public void restore(Map<Long, ActorRecord> snapshot) {
        actors = new TreeMap<>(snapshot);
    }

    /** Writes the tree and returns its root. */
    public Cid flush() {
        TreeMap<ByteString, ActorRecord> byAddress = new TreeMap<>();
        actors.forEach((id, actor) -> byAddress.put(ByteString.of(Address.ofId(id).bytes()), actor));
        Cid root = Tables.saveHamt(store, BIT_WIDTH, byAddress, (w, actor) -> actor.writeTo(w));
        return Objects.put(store, new CborWriter().array(3).integer(VERSION).cid(root).cid(info));
    }
}
