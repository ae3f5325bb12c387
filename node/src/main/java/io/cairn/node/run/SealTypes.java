package io.cairn.node.run;

import io.cairn.node.config.Settings;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SectorSize;
import java.util.Arrays;

/** The proof types of the configured sector size. */
final class SealTypes {

    private static final int FIRST_V1_1 = 5;
    private static final int LAST_V1_1 = 9;

    private SealTypes() {}

    /** The newest window proof of the size. */
    static RegisteredPostProof windowProof(Settings settings) {
        SectorSize size = size(settings);
        return Arrays.stream(RegisteredPostProof.values())
                .filter(type -> type.sectorSize() == size && type.kind() == RegisteredPostProof.Kind.WINDOW)
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    /** The seal proof of new sectors: version 1.1, interactive. */
    static RegisteredSealProof sealProof(Settings settings) {
        SectorSize size = size(settings);
        return Arrays.stream(RegisteredSealProof.values())
                .filter(type -> type.sectorSize() == size && type.number() >= FIRST_V1_1 && type.number() <= LAST_V1_1)
                .findFirst()
                .orElseThrow();
    }

    private static SectorSize size(Settings settings) {
        return SectorSize.ofBytes(settings.provider().sectorSize());
    }
}
