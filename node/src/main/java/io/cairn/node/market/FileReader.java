package io.cairn.node.market;

import akka.NotUsed;
import akka.stream.IOResult;
import akka.stream.javadsl.FileIO;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.cairn.actors.Provider;
import io.cairn.persistence.deal.DealEvent.PieceAdded;
import io.cairn.persistence.file.FilePiece;
import io.cairn.persistence.file.StoredFile;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.protocol.cid.Cid;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts files together again. A piece is handed out only after its commitment was computed anew and found right. */
final class FileReader {

    private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);

    private final Provider provider;
    private final Staging staging;
    private final Executor threads;

    FileReader(Provider provider, Staging staging, Executor threads) {
        this.provider = provider;
        this.staging = staging;
        this.threads = threads;
    }

    /** The file's bytes; the stage completes when the first piece is at hand and right. */
    CompletionStage<Source<ByteString, ?>> read(StoredFile file) {
        return piece(file, 0).thenApply(first -> bytes(first)
                .concat(Source.from(IntStream.range(1, file.pieces().size()).boxed().toList())
                        .mapAsync(1, index -> piece(file, index))
                        .flatMapConcat(this::bytes)));
    }

    private Source<ByteString, NotUsed> bytes(Path piece) {
        Source<ByteString, CompletionStage<IOResult>> content = FileIO.fromPath(piece);
        return content.mapMaterializedValue(_ -> NotUsed.getInstance()).watchTermination((used, end) -> {
            end.whenComplete((_, _) -> discard(piece));
            return used;
        });
    }

    private static void discard(Path piece) {
        try {
            Staging.delete(piece.getParent());
        } catch (IOException e) {
            LOG.warn("{} could not be deleted; the next start does it", piece.getParent(), e);
        }
    }

    /** A piece's part of the file, verified, in a file of its own. */
    private CompletionStage<Path> piece(StoredFile file, int index) {
        FilePiece piece = file.pieces().get(index);
        return CompletableFuture.supplyAsync(() -> fromStaging(file, index), threads).thenCompose(staged -> staged
                .<CompletionStage<Path>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> provider.market().deal(piece.deal()).thenCompose(view -> fromSector(file, index,
                        view.state().place().orElseThrow(() -> new IllegalStateException("piece " + index + " of " + file.name()
                                + " is in no sector and no longer in staging: deal " + piece.deal() + " is "
                                + view.state().stage().words() + " " + view.state().reason()))))));
    }

    private Optional<Path> fromStaging(StoredFile file, int index) {
        Path staged = staging.piece(file, index);
        if (Files.notExists(staged)) {
            return Optional.empty();
        }
        try {
            Path copy = staging.passing().resolve("piece");
            Files.copy(staged, copy);
            requireCommitment(file, index, copy, staged.toString());
            return Optional.of(copy);
        } catch (NoSuchFileException sealed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("piece " + index + " of " + file.name() + " cannot be read from " + staged, e);
        }
    }

    private CompletionStage<Path> fromSector(StoredFile file, int index, PieceAdded place) {
        return CompletableFuture.supplyAsync(this::passing, threads).thenCompose(path -> {
            OutputStream out = open(path);
            return provider.readPiece(place.sector(), place.offset(), place.length(), out, Progress.NONE)
                    .whenComplete((_, _) -> close(out))
                    .thenApplyAsync(_ -> cut(file, index, path, "sector " + place.sector()), threads)
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            discard(path);
                        }
                    });
        });
    }

    private Path cut(StoredFile file, int index, Path whole, String origin) {
        try {
            requireCommitment(file, index, whole, origin);
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.truncate(file.pieces().get(index).length());
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException("piece " + index + " of " + file.name() + " cannot be read back from " + whole, e);
        }
    }

    private static void requireCommitment(StoredFile file, int index, Path data, String origin) throws IOException {
        Cid expected = Cid.parse(file.pieces().get(index).cid());
        Cid found = FileCutter.commitment(data);
        if (!found.equals(expected)) {
            discard(data);
            throw new IllegalStateException("piece " + index + " of " + file.name() + " out of " + origin + " has commitment " + found
                    + ", expected " + expected + ": the data is damaged, nothing of it is handed out");
        }
    }

    private Path passing() {
        try {
            return staging.passing().resolve("piece");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a piece on its way back", e);
        }
    }

    private static OutputStream open(Path path) {
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a piece on its way back could not be written", e);
        }
    }
}
