package io.cairn.devnet.actor.account;

import io.cairn.devnet.state.Objects;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.Protocol;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.SignatureType;
import io.cairn.protocol.signature.Signatures;

/**
 * An account: a key address.
 *
 * <p>Source: builtin-actors, actors/account/src/lib.rs.
 */
public final class AccountActor implements ActorCode {

    /** Method number of AuthenticateMessage. */
    public static final long AUTHENTICATE_MESSAGE = 2_643_134_072L;

    private static final long PUBKEY_ADDRESS = 2;
    private static final long LEAST_EXPORTED = 1L << 24;
    private static final int MOST_MESSAGE_BYTES = 1 << 20;

    /** The state of the account of {@code key}. */
    public static Cid construct(BlockStore store, Address key) {
        return Objects.put(store, new CborWriter().array(1).bytes(key.bytes()));
    }

    /** The key address in an account's state. */
    public static Address address(BlockStore store, Cid head) {
        CborReader r = Objects.reader(store, head);
        r.tuple(1);
        return Address.ofBytes(r.bytes(64));
    }

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        if (method == PUBKEY_ADDRESS) {
            return new CborWriter().bytes(address(call.store(), call.state()).bytes()).toByteArray();
        }
        if (method == AUTHENTICATE_MESSAGE) {
            return authenticate(call, params);
        }
        if (method >= LEAST_EXPORTED) {
            return NOTHING;
        }
        throw ActorCode.unhandled(method);
    }

    private static byte[] authenticate(Invocation call, byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(2);
        byte[] signature = r.bytes(MOST_MESSAGE_BYTES);
        byte[] message = r.bytes(MOST_MESSAGE_BYTES);
        Address key = address(call.store(), call.state());
        SignatureType type = key.protocol() == Protocol.BLS ? SignatureType.BLS : SignatureType.SECP256K1;
        Signature typed = Signature.of(type, signature);
        ActorAbort.require(Signatures.verify(typed, key, message), ExitCode.ILLEGAL_ARGUMENT, "signature does not match " + key);
        return new CborWriter().bool(true).toByteArray();
    }
}
