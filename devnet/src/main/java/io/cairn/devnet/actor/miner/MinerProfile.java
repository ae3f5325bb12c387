package io.cairn.devnet.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs a miner and with what: the part of its state that seldom changes. Actors by id.
 *
 * <p>Source: builtin-actors, actors/miner/src/state.rs (MinerInfo).
 *
 * @param postProof registered window proof type
 * @param consensusFaultElapsed last epoch of the exclusion after a consensus fault, -1 without one
 */
public record MinerProfile(long owner, long worker, List<Long> control, byte[] peer, List<byte[]> multiaddrs, int postProof,
        long sectorSize, long partitionSectors, long consensusFaultElapsed) {

    static MinerProfile readFrom(CborReader r) {
        r.tuple(14);
        long owner = id(r);
        long worker = id(r);
        List<Long> control = new ArrayList<>();
        int controls = r.array();
        for (int i = 0; i < controls; i++) {
            control.add(id(r));
        }
        r.raw();
        byte[] peer = r.bytes(1024);
        List<byte[]> multiaddrs = new ArrayList<>();
        int addresses = r.array();
        for (int i = 0; i < addresses; i++) {
            multiaddrs.add(r.bytes(1024));
        }
        int postProof = (int) r.integer();
        long size = r.unsigned();
        long partition = r.unsigned();
        long elapsed = r.integer();
        for (int rest = 0; rest < 4; rest++) {
            r.raw();
        }
        return new MinerProfile(owner, worker, control, peer, multiaddrs, postProof, size, partition, elapsed);
    }

    private static long id(CborReader r) {
        return Address.ofBytes(r.bytes(64)).id();
    }

    void writeTo(CborWriter w) {
        w.array(14).bytes(Address.ofId(owner).bytes()).bytes(Address.ofId(worker).bytes()).array(control.size());
        control.forEach(id -> w.bytes(Address.ofId(id).bytes()));
        w.nil().bytes(peer).array(multiaddrs.size());
        multiaddrs.forEach(w::bytes);
        w.integer(postProof).unsigned(sectorSize).unsigned(partitionSectors).integer(consensusFaultElapsed).nil()
                .bytes(Address.ofId(owner).bytes()).array(3).bytes(new byte[0]).bytes(new byte[0]).integer(0).nil();
    }

    boolean isControlledBy(long id) {
        return id == owner || id == worker || control.contains(id);
    }

    MinerProfile withPeer(byte[] newPeer) {
        return new MinerProfile(owner, worker, control, newPeer, multiaddrs, postProof, sectorSize, partitionSectors, consensusFaultElapsed);
    }

    MinerProfile withMultiaddrs(List<byte[]> newMultiaddrs) {
        return new MinerProfile(owner, worker, control, peer, newMultiaddrs, postProof, sectorSize, partitionSectors, consensusFaultElapsed);
    }

    MinerProfile withControl(List<Long> newControl) {
        return new MinerProfile(owner, worker, newControl, peer, multiaddrs, postProof, sectorSize, partitionSectors, consensusFaultElapsed);
    }
}
