package io.cairn.devnet.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The node's keys: those that follow from the seed, and others in a folder, one file each, named after the address. */
public final class Wallet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<Address, PrivateKey> keys = new LinkedHashMap<>();

    /**
     * Opens the wallet.
     *
     * @throws UncheckedIOException when a key file cannot be read
     */
    public Wallet(Path folder, DevnetKeys seeded) {
        this.folder = folder;
        Stream.<PrivateKey>of(seeded.owner(), seeded.client(), seeded.faucet()).forEach(key -> keys.put(key.address(), key));
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json")).sorted().map(Wallet::read).forEach(key -> keys.put(key.address(), key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the wallet " + folder, e);
        }
    }

    private static PrivateKey read(Path file) {
        try {
            var json = JSON.readTree(file.toFile());
            return PrivateKey.of(SignatureType.valueOf(json.path("type").asText()), json.path("secret").binaryValue());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UncheckedIOException(new IOException("the key file " + file + " cannot be read: " + unreadable.getMessage()
                    + "; restore it or take it away", unreadable));
        }
    }

    /** The key of a key address. */
    synchronized Optional<PrivateKey> find(Address key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** All addresses, those of the seed first. */
    synchronized List<Address> addresses() {
        return new ArrayList<>(keys.keySet());
    }

    /** Takes a key in; on disk when this returns. */
    synchronized Address add(PrivateKey key) {
        ObjectNode json = JSON.createObjectNode().put("type", key.type().name()).put("secret", key.secret());
        try {
            Path unfinished = folder.resolve("unfinished");
            Files.write(unfinished, JSON.writeValueAsBytes(json));
            Files.move(unfinished, folder.resolve(key.address() + ".json"), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + key.address() + " cannot be kept in " + folder, e);
        }
        keys.put(key.address(), key);
        return key.address();
    }
}
