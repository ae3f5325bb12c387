package io.cairn.node.market;

import akka.actor.typed.ActorSystem;
import akka.stream.javadsl.Source;
import akka.stream.javadsl.StreamConverters;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.Provider;
import io.cairn.actors.deal.DealRefusedException;
import io.cairn.actors.view.DealView;
import io.cairn.node.view.UserData;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.file.FilePiece;
import io.cairn.persistence.file.StoredFile;
import io.cairn.persistence.sector.Files;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.signature.PrivateKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes users' files and gives them back. A file is written down before anything is done about it; from then on its deals
 * are made, here or after the next start, whatever happens in between.
 */
public final class Storefront implements UserData, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Storefront.class);
    private static final int MOST_PIECES = 1024;
    private static final int MOST_NAME_BYTES = 255;
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final long PATIENCE_SECONDS = 30;

    private final ActorSystem<?> system;
    private final Provider provider;
    private final Staging staging;
    private final FileCutter cutter;
    private final DealMaker deals;
    private final FileReader reader;
    private final Troubles troubles;
    private final Attempts attempts;
    private final Set<String> settled = new HashSet<>();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("storefront").daemon(true).factory());

    /**
     * What a storefront stands on.
     *
     * @param folder     where files lie before they are in sectors
     * @param sectorSize bytes
     * @param startDelay epochs from a proposal to its deal's start
     * @param duration   epochs that a deal lasts
     */
    public record Place(Path folder, long sectorSize, long startDelay, long duration) {}

    private Storefront(ActorSystem<?> system, Provider provider, Place place, DealMaker deals, Staging staging, Troubles troubles) {
        this.system = system;
        this.provider = provider;
        this.staging = staging;
        this.troubles = troubles;
        this.deals = deals;
        this.cutter = new FileCutter(place.sectorSize(), MOST_PIECES);
        this.reader = new FileReader(provider, staging, threads());
        this.attempts = new Attempts(clerk, RETRY, this::make);
    }

    /**
     * Opens the storefront and goes on with files whose deals are not all made.
     *
     * @param client   signs the proposals; the provider's wallet must hold it too
     * @param troubles where is said why a file does not go on
     */
    public static Storefront open(ActorSystem<?> system, Provider provider, FullNode node, Address miner, PrivateKey client,
            ClientFunds funds, Place place, Troubles troubles) throws IOException {
        Staging staging = Staging.open(place.folder());
        DealMaker deals = new DealMaker(provider, node, miner, client, funds,
                new DealMaker.Terms(place.startDelay(), place.duration()), staging);
        Storefront storefront = new Storefront(system, provider, place, deals, staging, troubles);
        storefront.clerk.execute(storefront::goOn);
        storefront.clerk.scheduleWithFixedDelay(storefront::sweep, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
        return storefront;
    }

    private static Executor threads() {
        return task -> Thread.ofVirtual().name("file").start(task);
    }

    @Override
    public CompletionStage<JsonNode> store(String name, boolean again, Source<ByteString, ?> bytes) {
        requireName(name);
        InputStream content = bytes.runWith(StreamConverters.asInputStream(SILENCE), system);
        return CompletableFuture.supplyAsync(() -> take(name, again, content), threads())
                .thenCompose(taken -> provider.market().record(taken).thenApply(file -> {
                    attempts.begin(file);
                    return described(file).put("earlier", file.at() != taken.at());
                }));
    }

    private static ObjectNode described(StoredFile file) {
        return JsonNodeFactory.instance.objectNode().put("id", file.id()).put("name", file.name())
                .put("root", file.root()).put("length", file.length()).put("pieces", file.pieces().size())
                .put("at", Instant.ofEpochMilli(file.at()).toString());
    }

    private static void requireName(String name) {
        boolean odd = name.isBlank() || name.contains("/") || name.chars().anyMatch(Character::isISOControl);
        if (odd || name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            throw new IllegalArgumentException("name is '" + name + "'; expected 1 to " + MOST_NAME_BYTES
                    + " bytes without slashes and control characters");
        }
    }

    private StoredFile take(String name, boolean again, InputStream content) {
        try (content) {
            Path folder = staging.passing();
            try {
                Cut cut = cutter.cut(content, folder);
                return keep(name, again, cut, folder);
            } finally {
                Staging.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " could not be taken: " + e.getMessage(), e);
        }
    }

    /** The same content under the same name is the same request, unless it is meant to be stored again. */
    private StoredFile keep(String name, boolean again, Cut cut, Path folder) throws IOException {
        List<StoredFile> known = files();
        String request = cut.root() + "/" + name;
        long before = known.stream().filter(file -> file.id().equals(request) || file.id().startsWith(request + "/")).count();
        String id = again && before > 0 ? request + "/" + (before + 1) : request;
        StoredFile file = new StoredFile(id, name, cut.root().toString(), cut.length(), pieces(id, cut), Instant.now().toEpochMilli());
        if (known.stream().noneMatch(other -> other.id().equals(id))) {
            staging.keep(folder, id);
        }
        return file;
    }

    private static List<FilePiece> pieces(String request, Cut cut) {
        List<FilePiece> pieces = new ArrayList<>();
        for (Cut.Part part : cut.pieces()) {
            pieces.add(new FilePiece(uuid(request + "/" + pieces.size()), part.cid().toString(), part.size(), part.length()));
        }
        return pieces;
    }

    /** The same piece of the same request always has the same deal; the form is that of a random UUID. */
    private static String uuid(String name) {
        byte[] digest = Arrays.copyOf(FileCutter.sha256().digest(name.getBytes(StandardCharsets.UTF_8)), 16);
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | digest[i] & 0xff;
            low = low << 8 | digest[8 + i] & 0xff;
        }
        return new UUID(high & ~0xf000L | 0x4000L, low & ~(3L << 62) | 1L << 63).toString();
    }

    @Override
    public CompletionStage<Source<ByteString, ?>> retrieve(String id) {
        return provider.market().files().thenCompose(files -> reader.read(FileShelf.find(files, id)));
    }

    private List<StoredFile> files() {
        return await(provider.market().files());
    }

    private void goOn() {
        try {
            files().forEach(attempts::begin);
        } catch (RuntimeException e) {
            LOG.warn("the list of files is not there yet; trying again in {} s", RETRY.toSeconds(), e);
            clerk.schedule(this::goOn, RETRY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** One attempt at a file's deals; answers whether another has to follow. */
    private boolean make(StoredFile file) {
        try {
            deals.make(file);
            troubles.gone(file.id());
            return false;
        } catch (DealRefusedException e) {
            troubles.met(file.id(), e.getMessage() + "; store the file again when that has changed");
            LOG.warn("file {}: {}", file.name(), e.getMessage());
            return false;
        } catch (IOException | RuntimeException e) {
            if (troubles.met(file.id(), String.valueOf(e.getMessage()))) {
                LOG.warn("file {} does not go on; trying again every {} s", file.name(), RETRY.toSeconds(), e);
            }
            return true;
        }
    }

    /** Looks after what remains of files: bytes in staging, and money in deals that came to nothing. */
    private void sweep() {
        try {
            for (StoredFile file : files()) {
                for (int index = 0; index < file.pieces().size(); index++) {
                    if (!settled.contains(file.pieces().get(index).deal())) {
                        sweep(staging.piece(file, index), await(provider.market().deal(file.pieces().get(index).deal())));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("files were not looked after; trying again in {} s", SWEEP.toSeconds(), e);
        }
    }

    /** What is in a stored sector, or will never be in one, need not lie in staging any more. */
    private void sweep(Path staged, DealView deal) throws IOException {
        if (isSettled(deal)) {
            java.nio.file.Files.deleteIfExists(staged);
            if (deals.released(deal)) {
                settled.add(deal.deal());
            }
        }
    }

    private boolean isSettled(DealView view) {
        return view.state().stage() == DealStage.ENDED || view.state().stage() == DealStage.ACTIVE
                && await(provider.sector(view.state().place().orElseThrow().sector())).state().files() == Files.STORED;
    }

    private static <T> T await(CompletionStage<T> answer) {
        return answer.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        clerk.shutdownNow();
    }
}
