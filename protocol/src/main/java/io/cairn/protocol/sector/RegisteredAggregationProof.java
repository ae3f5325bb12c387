package io.cairn.protocol.sector;

import io.cairn.protocol.cbor.WireEnum;

/** How seal proofs are aggregated; wire numbers 0 and 1 (go-state-types: abi/sector.go). */
public enum RegisteredAggregationProof implements WireEnum {
    SNARK_PACK_V1, SNARK_PACK_V2;

    @Override
    public int number() {
        return ordinal();
    }
}
