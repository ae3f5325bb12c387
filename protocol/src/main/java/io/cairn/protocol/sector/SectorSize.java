package io.cairn.protocol.sector;

import java.util.Arrays;

/** The sector sizes that have registered proofs. */
public enum SectorSize {
    KIB_2(2L << 10, "2KiB", 2),
    MIB_8(8L << 20, "8MiB", 2),
    MIB_512(512L << 20, "512MiB", 2),
    GIB_32(32L << 30, "32GiB", 2349),
    GIB_64(64L << 30, "64GiB", 2300);

    private final long bytes;
    private final String label;
    private final int partitionSectors;

    SectorSize(long bytes, String label, int partitionSectors) {
        this.bytes = bytes;
        this.label = label;
        this.partitionSectors = partitionSectors;
    }

    /** Bytes of the sector with its fr32 padding. */
    public long bytes() {
        return bytes;
    }

    /** Bytes of user data that the sector holds: 127 of every 128. */
    public long unpaddedBytes() {
        return bytes / 128 * 127;
    }

    /** Number of 32-byte nodes. */
    public long nodes() {
        return bytes / 32;
    }

    /** Sectors of one partition of window proofs. */
    public int partitionSectors() {
        return partitionSectors;
    }

    /** The size as proof names spell it, such as {@code 32GiB}. */
    public String label() {
        return label;
    }

    /** The size of that many bytes; throws {@link IllegalArgumentException} for any other number. */
    public static SectorSize ofBytes(long bytes) {
        return Arrays.stream(values()).filter(size -> size.bytes == bytes).findFirst().orElseThrow(() ->
                new IllegalArgumentException("sector size: " + bytes + " bytes, expected one of 2048, 8388608, 536870912, 34359738368, 68719476736"));
    }

    @Override
    public String toString() {
        return label;
    }
}
