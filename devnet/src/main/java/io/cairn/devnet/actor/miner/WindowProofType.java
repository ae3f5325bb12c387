package io.cairn.devnet.actor.miner;

import java.util.Arrays;
import java.util.Optional;

/** Window proof types that the 2k network takes, with sector and partition sizes. */
enum WindowProofType {
    WINDOW_2KIB(10, 2048, 5, 10),
    WINDOW_8MIB(11, 8L << 20, 6, 11);

    private final int number;
    private final long sectorSize;
    private final int sealProof;
    private final int syntheticSealProof;

    WindowProofType(int number, long sectorSize, int sealProof, int syntheticSealProof) {
        this.number = number;
        this.sectorSize = sectorSize;
        this.sealProof = sealProof;
        this.syntheticSealProof = syntheticSealProof;
    }

    static Optional<WindowProofType> ofNumber(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    static Optional<WindowProofType> ofSealProof(int sealProof) {
        return Arrays.stream(values()).filter(type -> type.sealProof == sealProof || type.syntheticSealProof == sealProof).findFirst();
    }

    int number() {
        return number;
    }

    long sectorSize() {
        return sectorSize;
    }

    long partitionSectors() {
        return 2;
    }
}
