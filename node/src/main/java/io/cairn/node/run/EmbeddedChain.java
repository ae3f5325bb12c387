package io.cairn.node.run;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.keeper.WindowProver;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.node.config.Settings;
import io.cairn.node.home.Home;
import io.cairn.node.home.OwnerFile;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.signature.PrivateKey;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The devnet with its proof verification, kept in a home: beside the provider in its process, or in one of its own. */
public final class EmbeddedChain implements AutoCloseable {

    /** The first block's time: a fixed moment, so that a seed gives the same chain each time. */
    private static final long GENESIS_TIMESTAMP = 1_700_000_000;

    private static final String HOST = "127.0.0.1";

    private final Devnet devnet;
    private final Optional<ProofLibrary> own;

    private EmbeddedChain(Devnet devnet, Optional<ProofLibrary> own) {
        this.devnet = devnet;
        this.own = own;
    }

    /**
     * Begins the chain in a process of its own, or goes on with the home's one.
     *
     * @throws StartException when the home's chain follows from another seed, or the port is taken
     */
    public static EmbeddedChain start(Settings settings, Home home) throws IOException {
        ProofLibrary proofs = new ProofLibrary(settings.parameters(), settings.proving());
        try {
            return start(settings, home, proofs, Optional.of(proofs));
        } catch (IOException | RuntimeException e) {
            proofs.close();
            throw e;
        }
    }

    /**
     * The same in a provider's process, whose library it uses: its window proofs take their turn with the provider's, before anything else.
     */
    static EmbeddedChain start(Settings settings, Home home, ProofLibrary proofs) throws IOException {
        return start(settings, home, proofs, Optional.empty());
    }

    private static EmbeddedChain start(Settings settings, Home home, ProofLibrary proofs, Optional<ProofLibrary> own) throws IOException {
        requireSeed(home, settings.devnet().seed());
        try {
            Devnet devnet = Devnet.start(new DevnetSettings(
                    home.chain(), settings.devnet().seed(), HOST, settings.devnet().port(), settings.devnet().epoch(),
                    settings.devnet().timeLapse(), GENESIS_TIMESTAMP, new LibraryVerifier(proofs.sealing(), proofs.spaceTime()),
                    WindowProver.of(proofs.spaceTime(), proofs.dispatcher())));
            home.signposts().publishChain(URI.create(devnet.url()), devnet.token());
            return new EmbeddedChain(devnet, own);
        } catch (IOException | RuntimeException e) {
            throw explained(e, settings.devnet().port());
        }
    }

    private static void requireSeed(Home home, String seed) throws IOException {
        Path kept = home.chain().resolve("seed");
        if (!Files.exists(kept)) {
            OwnerFile.write(kept, seed);
        }
        String begun = Files.readString(kept);
        if (!begun.equals(seed)) {
            throw new StartException("the chain in " + home.chain() + " follows from the seed \"" + begun
                    + "\", cairn.devnet.seed is \"" + seed + "\"; set it back, or begin a chain in another home with --home");
        }
    }

    private static RuntimeException explained(Exception failure, int port) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new StartException("the chain's API cannot listen on " + HOST + ":" + port + ": " + cause.getMessage()
                        + "; free the port or set cairn.devnet.port (0 takes any)", failure);
            }
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        return (RuntimeException) failure;
    }

    /** The chain's API as operators write it: {@code TOKEN:/ip4/127.0.0.1/tcp/PORT/http}, with all permissions. */
    public String apiInfo() {
        URI url = URI.create(devnet.url());
        return devnet.token() + ":/ip4/" + url.getHost() + "/tcp/" + url.getPort() + "/http";
    }

    NodeEndpoint endpoint() {
        return NodeEndpoint.parse(apiInfo());
    }

    /** The owner's key of the provider that lives with this chain; it follows from the chain's seed. */
    PrivateKey provider() {
        return devnet.keys().provider();
    }

    /** The newest tipset's epoch. */
    public long height() {
        return devnet.chain().head().height();
    }

    /** Messages that wait for a block. */
    public int waitingMessages() {
        return devnet.chain().pool().pending().size();
    }

    @Override
    public void close() {
        try {
            devnet.close();
        } finally {
            own.ifPresent(ProofLibrary::close);
        }
    }
}
