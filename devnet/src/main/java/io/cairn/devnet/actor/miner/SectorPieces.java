package io.cairn.devnet.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import java.util.List;

/** What a provider says is in a sector, in order, and who wants to know of each piece. */
record SectorPieces(long number, List<Piece> pieces) {

    /** A piece with its padded size in bytes. */
    record Piece(Cid cid, long size, boolean verified, List<Notify> toNotify) { }

    /** An actor to be told, and what to pass on to it. */
    record Notify(Address address, byte[] payload) { }

    List<Cid> cids() {
        return pieces.stream().map(Piece::cid).toList();
    }

    List<Long> sizes() {
        return pieces.stream().map(Piece::size).toList();
    }
}
