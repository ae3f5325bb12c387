package io.cairn.protocol.sector;

import io.cairn.protocol.cbor.WireEnum;

/** Kinds of replication proof with their numbers on the wire (go-state-types: abi/sector.go). */
public enum RegisteredSealProof implements WireEnum {
    STACKED_DRG_2KIB_V1(0, SectorSize.KIB_2, ProofVersion.V1_0_0, SealFeature.INTERACTIVE),
    STACKED_DRG_8MIB_V1(1, SectorSize.MIB_8, ProofVersion.V1_0_0, SealFeature.INTERACTIVE),
    STACKED_DRG_512MIB_V1(2, SectorSize.MIB_512, ProofVersion.V1_0_0, SealFeature.INTERACTIVE),
    STACKED_DRG_32GIB_V1(3, SectorSize.GIB_32, ProofVersion.V1_0_0, SealFeature.INTERACTIVE),
    STACKED_DRG_64GIB_V1(4, SectorSize.GIB_64, ProofVersion.V1_0_0, SealFeature.INTERACTIVE),
    STACKED_DRG_2KIB_V1_1(5, SectorSize.KIB_2, ProofVersion.V1_1_0, SealFeature.INTERACTIVE),
    STACKED_DRG_8MIB_V1_1(6, SectorSize.MIB_8, ProofVersion.V1_1_0, SealFeature.INTERACTIVE),
    STACKED_DRG_512MIB_V1_1(7, SectorSize.MIB_512, ProofVersion.V1_1_0, SealFeature.INTERACTIVE),
    STACKED_DRG_32GIB_V1_1(8, SectorSize.GIB_32, ProofVersion.V1_1_0, SealFeature.INTERACTIVE),
    STACKED_DRG_64GIB_V1_1(9, SectorSize.GIB_64, ProofVersion.V1_1_0, SealFeature.INTERACTIVE),
    STACKED_DRG_2KIB_V1_1_SYNTHETIC(10, SectorSize.KIB_2, ProofVersion.V1_2_0, SealFeature.SYNTHETIC),
    STACKED_DRG_8MIB_V1_1_SYNTHETIC(11, SectorSize.MIB_8, ProofVersion.V1_2_0, SealFeature.SYNTHETIC),
    STACKED_DRG_512MIB_V1_1_SYNTHETIC(12, SectorSize.MIB_512, ProofVersion.V1_2_0, SealFeature.SYNTHETIC),
    STACKED_DRG_32GIB_V1_1_SYNTHETIC(13, SectorSize.GIB_32, ProofVersion.V1_2_0, SealFeature.SYNTHETIC),
    STACKED_DRG_64GIB_V1_1_SYNTHETIC(14, SectorSize.GIB_64, ProofVersion.V1_2_0, SealFeature.SYNTHETIC),
    STACKED_DRG_2KIB_V1_2_NON_INTERACTIVE(15, SectorSize.KIB_2, ProofVersion.V1_2_0, SealFeature.NON_INTERACTIVE),
    STACKED_DRG_8MIB_V1_2_NON_INTERACTIVE(16, SectorSize.MIB_8, ProofVersion.V1_2_0, SealFeature.NON_INTERACTIVE),
    STACKED_DRG_512MIB_V1_2_NON_INTERACTIVE(17, SectorSize.MIB_512, ProofVersion.V1_2_0, SealFeature.NON_INTERACTIVE),
    STACKED_DRG_32GIB_V1_2_NON_INTERACTIVE(18, SectorSize.GIB_32, ProofVersion.V1_2_0, SealFeature.NON_INTERACTIVE),
    STACKED_DRG_64GIB_V1_2_NON_INTERACTIVE(19, SectorSize.GIB_64, ProofVersion.V1_2_0, SealFeature.NON_INTERACTIVE);

    private static final RegisteredSealProof[] BY_NUMBER = values();

    private final int number;
    private final SectorSize size;
    private final ProofVersion version;
    private final SealFeature feature;

    RegisteredSealProof(int number, SectorSize size, ProofVersion version, SealFeature feature) {
        this.number = number;
        this.size = size;
        this.version = version;
        this.feature = feature;
    }

    /** The number on the wire, 0 to 19. */
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

    /** How its challenges are chosen. */
    public SealFeature feature() {
        return feature;
    }

    /** The 32 bytes that separate this proof's graphs and replica ids from others': the number as 64-bit little-endian, then zeros. */
    public byte[] porepId() {
        byte[] id = new byte[32];
        id[0] = (byte) number;
        return id;
    }

    /** Variant name in the reference's proofs interface (rust-filecoin-proofs-api: src/registry.rs), as in commit-phase JSON. */
    public String apiName() {
        return "StackedDrg" + size.label() + switch (feature) {
            case INTERACTIVE -> version == ProofVersion.V1_0_0 ? "V1" : "V1_1";
            case SYNTHETIC -> "V1_1_Feat_SyntheticPoRep";
            case NON_INTERACTIVE -> "V1_2_Feat_NonInteractivePoRep";
        };
    }

    /** The window proof that sectors sealed so are proved by today. */
    public RegisteredPostProof windowPostProof() {
        return RegisteredPostProof.of(10 + size.ordinal());
    }

    /** The winning proof that sectors sealed so are proved by. */
    public RegisteredPostProof winningPostProof() {
        return RegisteredPostProof.of(size.ordinal());
    }

    /** The update proof of sectors of this size. */
    public RegisteredUpdateProof updateProof() {
        return RegisteredUpdateProof.of(size.ordinal());
    }

    /** The kind with that number; throws {@link IllegalArgumentException} for a number outside 0 to 19. */
    public static RegisteredSealProof of(long number) {
        if (number < 0 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("registered seal proof: " + number + ", expected 0 to " + (BY_NUMBER.length - 1));
        }
        return BY_NUMBER[(int) number];
    }

    /** The kind of that version and feature for sectors of that size. */
    public static RegisteredSealProof of(SectorSize size, ProofVersion version, SealFeature feature) {
        for (RegisteredSealProof proof : BY_NUMBER) {
            if (proof.size == size && proof.version == version && proof.feature == feature) {
                return proof;
            }
        }
        throw new IllegalArgumentException("registered seal proof: none for " + size + ", " + version + ", " + feature);
    }
}
