package io.cairn.node.market;

import io.cairn.node.home.OwnerFile;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The key of the client whose files a home stores: made at first use and kept in a file that only its owner can read. */
public final class ClientKey {

    private ClientKey() {}

    /** The key of the file; a new one, durable before it is used, when there is none. */
    public static PrivateKey readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            OwnerFile.write(file, HexFormat.of().formatHex(PrivateKey.generate(SignatureType.SECP256K1).secret()));
        }
        String text = Files.readString(file).strip();
        try {
            return PrivateKey.of(SignatureType.SECP256K1, HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no secp256k1 key; expected 64 hexadecimal digits. Put the client's key back, or"
                    + " move the file away to begin with a new client", e);
        }
    }
}
