package io.cairn.devnet.actor.miner;

import io.cairn.devnet.state.Tables;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All proven sectors of a miner, by number. */
public final class Sectors {

    private static final int BIT_WIDTH = 5;

    private final TreeMap<Long, SectorInfo> byNumber;
    private final long sectorSize;

    private Sectors(TreeMap<Long, SectorInfo> byNumber, long sectorSize) {
        this.byNumber = byNumber;
        this.sectorSize = sectorSize;
    }

    static Sectors load(BlockStore store, Cid root, long sectorSize) {
        return new Sectors(Tables.loadAmt(store, root, BIT_WIDTH, SectorInfo::readFrom), sectorSize);
    }

    static Cid empty(BlockStore store) {
        return new Sectors(new TreeMap<>(), 0).save(store);
    }

    Cid save(BlockStore store) {
        return Tables.saveAmt(store, BIT_WIDTH, byNumber, (w, sector) -> sector.writeTo(w));
    }

    long sectorSize() {
        return sectorSize;
    }

    void put(SectorInfo sector) {
        byNumber.put(sector.number(), sector);
    }

    void remove(BitField numbers) {
        numbers.stream().forEach(byNumber::remove);
    }

    /** The sector, if it was proven and is still on chain. */
    public Optional<SectorInfo> find(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** All sectors, ascending. */
    public List<SectorInfo> all() {
        return List.copyOf(byNumber.values());
    }

    /** The sectors of these numbers, ascending; all must exist. */
    public List<SectorInfo> get(BitField numbers) {
        return numbers.stream().mapToObj(number -> find(number)
                .orElseThrow(() -> new IllegalStateException("sector " + number + " is not on chain"))).toList();
    }
}
