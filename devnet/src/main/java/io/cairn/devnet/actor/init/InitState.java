package io.cairn.devnet.actor.init;

import io.cairn.devnet.state.Objects;
import io.cairn.devnet.state.Tables;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.util.OptionalLong;
import java.util.TreeMap;

/** State of the init actor: ids by address, the next id and the network's name. */
final class InitState {

    private static final int BIT_WIDTH = 5;

    private final BlockStore store;
    private final TreeMap<ByteString, Long> ids;
    private final String networkName;
    private long nextId;

    private InitState(BlockStore store, TreeMap<ByteString, Long> ids, long nextId, String networkName) {
        this.store = store;
        this.ids = ids;
        this.nextId = nextId;
        this.networkName = networkName;
    }

    static InitState construct(BlockStore store, long nextId, String networkName) {
        return new InitState(store, new TreeMap<>(), nextId, networkName);
    }

    static InitState load(BlockStore store, Cid head) {
        CborReader r = Objects.reader(store, head);
        r.tuple(3);
        Cid addresses = r.cid();
        long nextId = r.unsigned();
        return new InitState(store, Tables.loadHamt(store, addresses, BIT_WIDTH, CborReader::unsigned), nextId, r.text(1024));
    }

    Cid save() {
        Cid addresses = Tables.saveHamt(store, BIT_WIDTH, ids, (w, id) -> w.unsigned(id));
        return Objects.put(store, new CborWriter().array(3).cid(addresses).unsigned(nextId).text(networkName));
    }

    OptionalLong find(Address address) {
        Long id = ids.get(ByteString.of(address.bytes()));
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    long add(Address address) {
        long id = nextId++;
        bind(address, id);
        return id;
    }

    void bind(Address address, long id) {
        ids.put(ByteString.of(address.bytes()), id);
    }
}
