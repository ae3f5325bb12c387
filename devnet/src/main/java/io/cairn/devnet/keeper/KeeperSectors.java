package io.cairn.devnet.keeper;

import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.devnet.vm.Singletons;
import io.cairn.proofs.PostSector;
import io.cairn.proofs.SealCommitments;
import io.cairn.proofs.SealRequest;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.proofs.seal.SectorName;
import io.cairn.proofs.seal.StorePath;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The keeper's two sectors, really sealed from the chain's seed: data and ticket follow from it, so the same seed gives the same
 * replicas, and files that are lost or spoilt are sealed once more. Kept in Lotus' layout under the chain's folder.
 */
public final class KeeperSectors {

    /** How many sectors the keeper has: one partition of 2 KiB sectors, so one proof in a proving period. */
    public static final int COUNT = 2;

    private static final RegisteredSealProof TYPE = RegisteredSealProof.STACKED_DRG_2KIB_V1_1;
    private static final int DATA_BYTES = 2032;
    private static final int DIGEST_BYTES = 32;

    private final Path folder;
    private final DevnetKeys keys;
    private final StorePath store;
    private final Sealing sealing;

    private KeeperSectors(Path folder, DevnetKeys keys) {
        this.folder = folder;
        this.keys = keys;
        this.store = new StorePath(folder);
        this.sealing = new Sealing(new ParameterStore(folder), Workers.CALLER);
    }

    /**
     * The sectors in a folder, sealed now where they are not there yet.
     *
     * @throws UncheckedIOException when the folder cannot be read or written
     */
    public static KeeperSectors open(Path folder, DevnetKeys keys) {
        KeeperSectors sectors = new KeeperSectors(folder, keys);
        try {
            sectors.store.prepare();
            for (int number = 0; number < COUNT; number++) {
                if (!Files.exists(sectors.commitment(number))) {
                    sectors.seal(number);
                }
            }
            return sectors;
        } catch (IOException e) {
            throw new UncheckedIOException("the keeper's sectors cannot be sealed in " + folder, e);
        }
    }

    /** Sealed CIDs by sector number. */
    public List<Cid> sealedCids() {
        return toProve().stream().map(sector -> Commitments.sealedCid(sector.commR())).toList();
    }

    /** All sectors with their files, ascending. */
    public List<PostSector> toProve() {
        List<PostSector> sectors = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            sectors.add(new PostSector(number, commR(number), files(number)));
        }
        return sectors;
    }

    private byte[] commR(int number) {
        try {
            return HexFormat.of().parseHex(Files.readString(commitment(number)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keeper's commitment " + commitment(number), e);
        }
    }

    /** Seals all sectors anew, with the same outcome. */
    void sealAgain() throws IOException {
        for (int number = 0; number < COUNT; number++) {
            seal(number);
        }
    }

    private void seal(int number) throws IOException {
        SectorFiles files = files(number);
        clear(files);
        Path staged = store.file(StorePath.FileType.UNSEALED, name(number));
        List<PieceInfo> pieces;
        try (OutputStream out = Files.newOutputStream(staged)) {
            pieces = List.of(sealing.addPiece(new ByteArrayInputStream(data(number)), out, DATA_BYTES, List.of()).piece());
        }
        SealRequest request = new SealRequest(TYPE, Singletons.FIRST_MINER, number, keys.derive("keeper/ticket/" + number));
        PreCommit1Output labelled = sealing.sealPreCommit1(request, pieces, Optional.of(staged), files, Progress.NONE);
        SealCommitments commitments = sealing.sealPreCommit2(labelled, files, Progress.NONE);
        sealing.finalizeCache(TYPE, files.cache());
        Files.delete(staged);
        Path unfinished = commitment(number).resolveSibling("unfinished");
        Files.writeString(unfinished, HexFormat.of().formatHex(commitments.commR()));
        Files.move(unfinished, commitment(number), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void clear(SectorFiles files) throws IOException {
        Files.deleteIfExists(files.replica());
        Files.createDirectories(files.cache());
        try (var old = Files.newDirectoryStream(files.cache())) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private byte[] data(int number) {
        ByteBuffer data = ByteBuffer.allocate(DATA_BYTES);
        for (int block = 0; data.hasRemaining(); block++) {
            data.put(keys.derive("keeper/data/" + number + "/" + block), 0, Math.min(DIGEST_BYTES, data.remaining()));
        }
        return data.array();
    }

    private static SectorName name(int number) {
        return new SectorName(Singletons.FIRST_MINER, number);
    }

    private SectorFiles files(int number) {
        return new SectorFiles(store.file(StorePath.FileType.SEALED, name(number)), store.file(StorePath.FileType.CACHE, name(number)));
    }

    private Path commitment(int number) {
        return folder.resolve(name(number) + ".comm-r");
    }
}
