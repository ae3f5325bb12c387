package io.cairn.devnet.state;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An actor in the state tree.
 *
 * <p>Source: lotus, chain/types/state.go (ActorV5).
 *
 * @param code code CID
 * @param head root of the actor's own state
 * @param nonce number of the next message of an account
 * @param balance attoFIL
 * @param delegated the key address of an account that was created by address
 */
public record ActorRecord(Cid code, Cid head, long nonce, BigInteger balance, Optional<Address> delegated) implements CborEncodable {

    /** Decodes the five-field form. */
    public static ActorRecord readFrom(CborReader r) {
        r.tuple(5);
        Cid code = r.cid();
        Cid head = r.cid();
        long nonce = r.unsigned();
        BigInteger balance = r.bigInt();
        Optional<Address> delegated = r.tryNil() ? Optional.empty() : Optional.of(Address.ofBytes(r.bytes(64)));
        return new ActorRecord(code, head, nonce, balance, delegated);
    }

    @Override
    public void writeTo(CborWriter w) {
        w.array(5).cid(code).cid(head).unsigned(nonce).bigInt(balance);
        delegated.ifPresentOrElse(address -> w.bytes(address.bytes()), w::nil);
    }

    /** The record with another state root. */
    public ActorRecord withHead(Cid newHead) {
        return new ActorRecord(code, newHead, nonce, balance, delegated);
    }

    /** The record with another balance. */
    public ActorRecord withBalance(BigInteger newBalance) {
        return new ActorRecord(code, head, nonce, newBalance, delegated);
    }

    /** The record with the next nonce. */
    public ActorRecord withNextNonce() {
        return new ActorRecord(code, head, nonce + 1, balance, delegated);
    }
}
