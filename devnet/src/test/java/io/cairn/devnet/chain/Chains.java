package io.cairn.devnet.chain;

import io.cairn.devnet.beacon.Beacon;
import io.cairn.devnet.store.ChainLog;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Headers with invented states for tests of the index and of randomness. */
final class Chains {

    private static final Cid NOTHING = Cid.ofDagCbor(new byte[] {(byte) 0x80});

    private final ChainLog log;
    private final Beacon beacon;

    Chains(ChainLog log, Beacon beacon) {
        this.log = log;
        this.beacon = beacon;
    }

    Tipset genesis() {
        return put(0, List.of(), List.of(new BeaconEntry(0, ByteString.of(new byte[32]))), "genesis");
    }

    Tipset on(Tipset parent, long height, String ticket) {
        return put(height, parent.key().cids(), beacon.entriesFor(parent.height(), height).orElseThrow(), ticket);
    }

    private Tipset put(long height, List<Cid> parents, List<BeaconEntry> entries, String ticket) {
        BlockHeader header = new BlockHeader(
                Address.ofId(1000), new Ticket(ByteString.of(ticket.getBytes(StandardCharsets.UTF_8))),
                new ElectionProof(1, ByteString.EMPTY), entries, List.of(), parents, BigInteger.ZERO, height, NOTHING,
                NOTHING, NOTHING, Optional.empty(), height * 30, Optional.empty(), 0, TokenAmount.ZERO);
        log.put(header.toCbor());
        return new Tipset(List.of(header));
    }
}
