package io.cairn.protocol.sector;

import io.cairn.protocol.cbor.WireEnum;

/** A proof of a sector update; wire numbers 0 to 4 (go-state-types: abi/sector.go). */
public enum RegisteredUpdateProof implements WireEnum {
    UPDATE_2KIB, UPDATE_8MIB, UPDATE_512MIB, UPDATE_32GIB, UPDATE_64GIB;

    /** The kind with that number; throws {@link IllegalArgumentException} for a number outside 0 to 4. */
    public static RegisteredUpdateProof of(long number) {
        return WireEnum.ofNumber(RegisteredUpdateProof.class, number);
    }

    @Override
    public int number() {
        return ordinal();
    }

    public SectorSize sectorSize() {
        return SectorSize.values()[ordinal()];
    }
}
