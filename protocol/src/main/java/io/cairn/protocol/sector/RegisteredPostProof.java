package io.cairn.protocol.sector;

import io.cairn.protocol.cbor.WireEnum;

/**
 * Kinds of space-time proof with their numbers on the wire (go-state-types: abi/sector.go).
 *
 * <p>Numbers 10 to 14 are called V1_1 there, V1_2 in the Rust interface and V1P1 in the virtual machine; they follow the rules of
 * {@link ProofVersion#V1_2_0}. Winning proofs follow V1_0_0 for ever, because their 66 challenges differ by position.
 */
public enum RegisteredPostProof implements WireEnum {
    STACKED_DRG_WINNING_2KIB_V1(0, SectorSize.KIB_2, ProofVersion.V1_0_0, Kind.WINNING),
    STACKED_DRG_WINNING_8MIB_V1(1, SectorSize.MIB_8, ProofVersion.V1_0_0, Kind.WINNING),
    STACKED_DRG_WINNING_512MIB_V1(2, SectorSize.MIB_512, ProofVersion.V1_0_0, Kind.WINNING),
    STACKED_DRG_WINNING_32GIB_V1(3, SectorSize.GIB_32, ProofVersion.V1_0_0, Kind.WINNING),
    STACKED_DRG_WINNING_64GIB_V1(4, SectorSize.GIB_64, ProofVersion.V1_0_0, Kind.WINNING),
    STACKED_DRG_WINDOW_2KIB_V1(5, SectorSize.KIB_2, ProofVersion.V1_0_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_8MIB_V1(6, SectorSize.MIB_8, ProofVersion.V1_0_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_512MIB_V1(7, SectorSize.MIB_512, ProofVersion.V1_0_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_32GIB_V1(8, SectorSize.GIB_32, ProofVersion.V1_0_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_64GIB_V1(9, SectorSize.GIB_64, ProofVersion.V1_0_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_2KIB_V1_1(10, SectorSize.KIB_2, ProofVersion.V1_2_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_8MIB_V1_1(11, SectorSize.MIB_8, ProofVersion.V1_2_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_512MIB_V1_1(12, SectorSize.MIB_512, ProofVersion.V1_2_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_32GIB_V1_1(13, SectorSize.GIB_32, ProofVersion.V1_2_0, Kind.WINDOW),
    STACKED_DRG_WINDOW_64GIB_V1_1(14, SectorSize.GIB_64, ProofVersion.V1_2_0, Kind.WINDOW);

    private static final RegisteredPostProof[] BY_NUMBER = values();

    private final int number;
    private final SectorSize size;
    private final ProofVersion version;
    private final Kind kind;

    RegisteredPostProof(int number, SectorSize size, ProofVersion version, Kind kind) {
        this.number = number;
        this.size = size;
        this.version = version;
        this.kind = kind;
    }

    /** The number on the wire, 0 to 14. */
    @Override
    public int number() {
        return number;
    }

    /** Size of the sectors it is for. */
    public SectorSize sectorSize() {
        return size;
    }

    /** Rules it follows. */
    public ProofVersion version() {
        return version;
    }

    /** What it is made for. */
    public Kind kind() {
        return kind;
    }

    /** The kind with that number; throws {@link IllegalArgumentException} for a number outside 0 to 14. */
    public static RegisteredPostProof of(long number) {
        if (number < 0 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("registered PoSt proof: " + number + ", expected 0 to " + (BY_NUMBER.length - 1));
        }
        return BY_NUMBER[(int) number];
    }

    /** What a space-time proof is made for. */
    public enum Kind {
        /** To win a block. */
        WINNING,
        /** To keep power, once a day. */
        WINDOW
    }
}
