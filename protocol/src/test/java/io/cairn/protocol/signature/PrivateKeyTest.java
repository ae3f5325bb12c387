package io.cairn.protocol.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class PrivateKeyTest {

    @ParameterizedTest
    @EnumSource(value = SignatureType.class, names = {"SECP256K1", "BLS"})
    void aNewKeySignsForItsAddressAlone(SignatureType type) {
        PrivateKey key = PrivateKey.generate(type);
        byte[] message = {1, 2, 3};
        Signature signature = key.sign(message);
        assertTrue(Signatures.verify(signature, key.address(), message));
        assertFalse(Signatures.verify(signature, key.address(), new byte[] {1, 2}));
        assertFalse(Signatures.verify(signature, PrivateKey.generate(type).address(), message));
        assertFalse(Signatures.verify(signature, Address.ofId(1000), message));
        assertEquals(key.address(), PrivateKey.of(type, key.secret()).address());
        assertFalse(key.toString().contains(ByteString.of(key.secret()).toHex()));
    }

    @Test
    void theWorkerOfTheRecordedNetworkHasItsAddress() {
        byte[] secret = Base64.getDecoder().decode("mPTML4kclpiP8Xxqf4y5MiCoRCNtKvg4SCfhK5ngm1g=");
        assertEquals("t3rpsmesafzcnddkez5n7dcssdx3c7gkpxbcluzstu5ojkrcgixgi2a3yk5rr6x7fuw34y4wci7sex4myax5ia",
            PrivateKey.of(SignatureType.BLS, secret).address().toString());
    }

    @ParameterizedTest
    @EnumSource(value = SignatureType.class, names = {"SECP256K1", "BLS"})
    void malformedSecretsAndSignaturesAreRefused(SignatureType type) {
        byte[] tooLarge = new byte[32];
        Arrays.fill(tooLarge, (byte) 0xff);
        assertThrows(IllegalArgumentException.class, () -> PrivateKey.of(type, new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> PrivateKey.of(type, new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> PrivateKey.of(type, tooLarge));
        Address address = PrivateKey.generate(type).address();
        for (int length : new int[] {0, 1, 64, 65, 96, 97}) {
            assertFalse(Signatures.verify(Signature.of(type, new byte[length]), address, new byte[0]));
        }
    }

    @Test
    void aTicketIsVerifiedByItsWorkerAlone() {
        BlsKey worker = (BlsKey) PrivateKey.generate(SignatureType.BLS);
        byte[] drawn = new byte[32];
        ByteString proof = Vrf.prove(worker, drawn);
        assertTrue(Vrf.verify(worker.address(), drawn, proof));
        assertFalse(Vrf.verify(PrivateKey.generate(SignatureType.BLS).address(), drawn, proof));
    }
}
