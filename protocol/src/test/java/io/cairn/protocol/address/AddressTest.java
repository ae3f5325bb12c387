package io.cairn.protocol.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.cbor.CborException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddressTest {

    @Property
    void everyIdComesBack(@ForAll @LongRange(min = 0) long id) {
        Address address = Address.ofId(id);
        assertEquals(id, address.id());
        assertEquals("t0" + id, address.toString());
        assertEquals(address, Address.parse("f0" + id));
        assertEquals(address, Address.ofBytes(address.bytes()));
    }

    @Property
    void everyDelegatedAddressComesBack(@ForAll @LongRange(min = 0) long namespace, @ForAll @Size(max = 54) byte[] subaddress) {
        Address address = Address.ofDelegated(namespace, subaddress);
        assertEquals(address, Address.parse(address.toString()));
        assertEquals(address, Address.ofBytes(address.bytes()));
    }

    @Property
    void otherTextsAreRefusedWithAReason(@ForAll("nearlyAddresses") String text) {
        try {
            Address.parse(text);
        } catch (AddressException refused) {
            assertTrue(refused.getMessage().contains(text));
        }
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        Arbitrary<String> tails = Arbitraries.strings().withChars("abcxyz234567f019 -é").ofMaxLength(120);
        return Arbitraries.of("", "f", "t", "f0", "t1", "f2", "f3", "t4", "f410f", "f9").flatMap(head -> tails.map(tail -> head + tail));
    }

    @Test
    void theUndefinedAddressIsNotEncoded() {
        assertEquals("<empty>", Address.UNDEFINED.toString());
        assertThrows(CborException.class, Address.UNDEFINED::toCbor);
        assertThrows(IllegalStateException.class, Address.UNDEFINED::protocol);
    }
}
