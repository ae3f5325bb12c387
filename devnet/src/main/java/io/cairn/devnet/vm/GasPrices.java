package io.cairn.devnet.vm;

/**
 * Gas prices. What a message's bytes and proofs cost is exact; what the rest of a method costs is a fixed figure per method, taken from
 * recorded messages, because exact figures need the compiled actors.
 *
 * <p>Source: ref-fvm, fvm/src/gas/price_list.rs (network versions 25 to 28); lotus, chain/vm/gas_v0.go.
 */
public final class GasPrices {

    /** The most gas of one block. */
    public static final long BLOCK_LIMIT = 10_000_000_000L;

    private static final long INCLUSION = 38_863 + 475_000 + 46_800;
    private static final long PER_BYTE = 1_300;
    private static final long LEAST_INCLUSION = 38_863;
    private static final long LEAST_PER_BYTE = 1_000;
    private static final long LEAST_OVERHEAD_BYTES = 36;
    private static final long SEAL_PROOF = 42_000_000;
    private static final long WINDOW_PROOF = 117_680_921;
    private static final long WINDOW_PROOF_PER_SECTOR = 43_780;

    private GasPrices() {
    }

    /** Gas charged for carrying a message of {@code bytes} bytes. */
    public static long inclusion(int bytes) {
        return INCLUSION + PER_BYTE * bytes;
    }

    /** The least gas limit that pool and blocks accept for a message of {@code bytes} bytes. */
    public static long leastLimit(int bytes) {
        return LEAST_INCLUSION + LEAST_PER_BYTE * (LEAST_OVERHEAD_BYTES + bytes);
    }

    /** Gas charged for a return value of {@code bytes} bytes. */
    public static long returned(int bytes) {
        return PER_BYTE * bytes;
    }

    /** Gas to verify one PoRep proof. */
    public static long sealProof() {
        return SEAL_PROOF;
    }

    /** Gas to verify a window proof over so many challenged sectors. */
    public static long windowProof(int sectors) {
        return WINDOW_PROOF + WINDOW_PROOF_PER_SECTOR * sectors;
    }

    /** Gas of a method besides bytes and proofs. */
    public static long method(ActorKind kind, long method) {
        if (method == 0) {
            return 480_000;
        }
        return switch (kind) {
            case ACCOUNT -> 200_000;
            case MINER -> minerMethod(method);
            case POWER -> 41_000_000;
            case MARKET -> method == 2 ? 3_700_000 : 25_000_000;
            case SYSTEM, INIT, CRON, REWARD -> 1_000_000;
        };
    }

    private static long minerMethod(long method) {
        return switch ((int) Math.min(method, Integer.MAX_VALUE)) {
            case 5 -> 22_400_000;
            case 9 -> 45_900_000;
            case 10 -> 32_500_000;
            case 11 -> 16_000_000;
            case 16 -> 3_700_000;
            case 28 -> 11_700_000;
            case 34 -> 47_700_000;
            default -> 4_200_000;
        };
    }
}
