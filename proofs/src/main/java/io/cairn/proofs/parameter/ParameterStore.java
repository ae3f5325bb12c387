package io.cairn.proofs.parameter;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.DiskFullException;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.aggregate.AggregateVerifier;
import io.cairn.proofs.aggregate.Aggregator;
import io.cairn.proofs.aggregate.InnerProductSrs;
import io.cairn.proofs.aggregate.SrsFile;
import io.cairn.proofs.aggregate.SrsSecrets;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.dispatch.PatientLock;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.groth16.Parameters;
import io.cairn.proofs.groth16.ParametersFormatException;
import io.cairn.proofs.groth16.Prover;
import io.cairn.proofs.groth16.Setup;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.groth16.Verifier;
import io.cairn.proofs.groth16.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of proving parameters and verifying keys under their published names. Files are opened once, and if a
 * {@code parameters.json} stands beside them, checked against it, which takes some four seconds for each GB: whoever needs the same file waits, others do not. Safe for
 * use by many threads; close it when no proof is being made.
 */
public final class ParameterStore implements AutoCloseable {

    private final PatientLock creation = new PatientLock();
    private final Path folder;
    private final MemoryBudget budget;
    private final Kept<ProofCircuit, Parameters> opened = new Kept<>();
    private final Kept<ProofCircuit, VerifyingKey> keys = new Kept<>();
    private final Kept<ProofCircuit, Verifier> verifiers = new Kept<>();
    private final Kept<ProofCircuit, AggregateVerifier> aggregateVerifiers = new Kept<>();
    private final Kept<Path, InnerProductSrs> srs = new Kept<>();

    /** A store over a folder, which need not exist until it is written to; its proofs may take what memory the machine has. */
    public ParameterStore(Path folder) {
        this(folder, MemoryBudget.ofMachine());
    }

    /** The same; whatever is proved with its parameters takes its memory from the budget. */
    public ParameterStore(Path folder, MemoryBudget budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /** The memory that proofs take theirs from. */
    public MemoryBudget budget() {
        return budget;
    }

    /** Where a circuit's proving parameters are or would be. */
    public Path parametersFile(ProofCircuit circuit) {
        return circuit.parametersFile(folder);
    }

    /** Where a circuit's verifying key is or would be. */
    public Path keyFile(ProofCircuit circuit) {
        return circuit.keyFile(folder);
    }

    /** Whether both files of a circuit are there. */
    public boolean has(ProofCircuit circuit) {
        return Files.exists(parametersFile(circuit)) && Files.exists(keyFile(circuit));
    }

    /**
     * A circuit's verifying key. If only its parameters are there, the key is taken from them and written beside them.
     *
     * @throws MissingParametersException if neither is there
     * @throws IOException                if the file cannot be read or is not the published one
     */
    public VerifyingKey key(ProofCircuit circuit) throws IOException {
        return keys.get(circuit, () -> readKey(circuit));
    }

    private VerifyingKey readKey(ProofCircuit circuit) throws IOException {
        Path file = keyFile(circuit);
        VerifyingKey key;
        if (Files.exists(file)) {
            PublishedDigests.check(file);
            key = wellFormed(file, () -> VerifyingKey.fromBytes(Files.readAllBytes(file)));
        } else if (Files.exists(parametersFile(circuit))) {
            key = parameters(circuit).key();
            writeKey(file, key);
        } else {
            throw new MissingParametersException(file, circuit);
        }
        requireInputs(file, key, circuit);
        return key;
    }

    /**
     * What verifies a circuit's proofs, its key prepared once.
     *
     * @throws MissingParametersException if the circuit has neither a key nor parameters
     * @throws IOException                if the file cannot be read or is not the published one
     */
    public Verifier verifier(ProofCircuit circuit) throws IOException {
        return verifiers.get(circuit, () -> new Verifier(key(circuit)));
    }

    /**
     * A circuit's proving parameters, mapped; they belong to the store.
     *
     * @throws MissingParametersException if they are not there
     * @throws IOException                if the file cannot be read or is not the published one
     */
    public Parameters parameters(ProofCircuit circuit) throws IOException {
        return opened.get(circuit, () -> open(circuit));
    }

    private Parameters open(ProofCircuit circuit) throws IOException {
        Path file = parametersFile(circuit);
        if (!Files.exists(file)) {
            throw new MissingParametersException(file, circuit);
        }
        PublishedDigests.check(file);
        Parameters parameters = wellFormed(file, () -> Parameters.open(file));
        parameters.keepDecoded(budget, file.getFileName() + ", decoded");
        return parameters;
    }

    /**
     * A prover with the circuit's parameters and the store's memory.
     *
     * @throws MissingParametersException if they are not there
     * @throws IOException                if the file cannot be read or is not the published one
     */
    public Prover prover(ProofCircuit circuit, Workers workers) throws IOException {
        return new Prover(parameters(circuit), workers, budget, circuit.kind().words() + " of " + circuit.size() + " sectors");
    }

    /**
     * Creates a circuit's parameters and key. INSECURE: whoever knows the secrets can forge proofs, so this is for devnets and tests
     * only; a network's parameters come from its public ceremony.
     *
     * @param waste    the secrets, fresh from {@link ToxicWaste#random} or given for reproducible tests
     * @param progress counts points written
     * @throws IllegalStateException if the key is there already; parameters without a key, which an interruption leaves, get theirs
     * @throws DiskFullException     if the disk has no room
     */
    public void createInsecure(ProofCircuit circuit, ToxicWaste waste, Workers workers, Progress progress) throws IOException {
        creation.hold(() -> {
            create(circuit, waste, workers, progress);
            return null;
        });
    }

    private void create(ProofCircuit circuit, ToxicWaste waste, Workers workers, Progress progress) throws IOException {
        Path file = parametersFile(circuit);
        if (Files.exists(keyFile(circuit))) {
            throw new IllegalStateException(keyFile(circuit) + ": there already, remove it and " + file.getFileName() + " to create new ones");
        }
        if (Files.exists(file)) {
            key(circuit);
            return;
        }
        Files.createDirectories(folder);
        Circuit blank = circuit.blank();
        long least = leastBytes(blank.size());
        DiskSpace.require(file, least);
        try {
            writeKey(keyFile(circuit), Setup.create(blank, waste, file, workers, budget, progress));
        } catch (IOException e) {
            throw DiskSpace.explained(file, least, e);
        }
    }

    /** The two longest lists of the file; the others depend on the rows. */
    private static long leastBytes(CircuitSize size) {
        return ((long) size.domain() + size.aux()) * G1.CURVE.uncompressedBytes();
    }

    /** Where the SRS for aggregation is or would be. */
    public Path srsFile() {
        return folder.resolve(InnerProductSrs.FILE_NAME);
    }

    /**
     * What aggregates so many proofs, and more up to the next power of two.
     *
     * @param progress counts points of the SRS, which are read once
     * @throws MissingParametersException if there is no SRS
     * @throws IOException                if it cannot be read or is not the published one
     */
    public Aggregator aggregator(int proofs, Workers workers, Progress progress) throws IOException {
        return Aggregator.of(srs(), proofs, workers, progress);
    }

    /**
     * What verifies aggregates of a circuit's proofs.
     *
     * @throws MissingParametersException if there is no SRS, or no verifying key
     * @throws IOException                if a file cannot be read or is not the published one
     */
    public AggregateVerifier aggregateVerifier(ProofCircuit circuit) throws IOException {
        return aggregateVerifiers.get(circuit, () -> new AggregateVerifier(srs(), key(circuit)));
    }

    private InnerProductSrs srs() throws IOException {
        return srs.get(srsFile(), () -> {
            if (!Files.exists(srsFile())) {
                throw new MissingParametersException(srsFile());
            }
            PublishedDigests.check(srsFile());
            return InnerProductSrs.open(srsFile());
        });
    }

    /**
     * Creates the SRS for aggregates of up to {@code proofs} proofs. INSECURE, as {@link #createInsecure} is.
     *
     * @param proofs   a power of two
     * @param progress counts points written
     * @throws IllegalStateException if there is one already
     */
    public void createInsecureSrs(SrsSecrets secrets, int proofs, Workers workers, Progress progress) throws IOException {
        creation.hold(() -> {
            if (Files.exists(srsFile())) {
                throw new IllegalStateException(srsFile() + ": there already, remove it to create a new one");
            }
            SrsFile.createInsecure(srsFile(), secrets, 2 * proofs + 1, workers, progress);
            return null;
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T wellFormed(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ParametersFormatException malformed) {
            DamagedFileException damaged = new DamagedFileException(file, malformed.getMessage(), "what Groth16 parameters consist of");
            damaged.initCause(malformed);
            throw damaged;
        }
    }

    private static void writeKey(Path file, VerifyingKey key) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, key.toBytes());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void requireInputs(Path file, VerifyingKey key, ProofCircuit circuit) throws IOException {
        if (key.ic().size() != circuit.inputs() + 1) {
            throw new DamagedFileException(file, "a key for " + (key.ic().size() - 1) + " public inputs", String.valueOf(circuit.inputs()));
        }
    }

    @Override
    public void close() {
        opened.clear(Parameters::close);
    }
}
