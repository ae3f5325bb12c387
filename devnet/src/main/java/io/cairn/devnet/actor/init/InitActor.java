package io.cairn.devnet.actor.init;

import io.cairn.devnet.actor.account.AccountActor;
import io.cairn.devnet.state.ActorRecord;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.AddressBook;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.Protocol;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Creates actors and keeps their addresses.
 *
 * <p>Source: builtin-actors, actors/init/src/lib.rs.
 */
public final class InitActor implements ActorCode, AddressBook {

    /** Method number of Exec. */
    public static final long EXEC = 2;

    private static final long CONSTRUCTOR = 1;
    private static final int MOST_PARAMETER_BYTES = 65_536;

    /** The state at genesis; ids of later actors begin at {@code nextId}. */
    public static Cid construct(BlockStore store, long nextId, String networkName) {
        return InitState.construct(store, nextId, networkName).save();
    }

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        if (method != EXEC) {
            throw ActorCode.unhandled(method);
        }
        CborReader r = new CborReader(params);
        r.tuple(2);
        ActorKind kind = kindOf(r.cid());
        byte[] constructorParams = r.bytes(MOST_PARAMETER_BYTES);
        boolean allowed = kind == ActorKind.MINER && call.caller() == Singletons.POWER;
        ActorAbort.require(allowed, ExitCode.FORBIDDEN, "t0" + call.caller() + " may not create a " + kind.bundleName());
        return create(call, kind, constructorParams);
    }

    private static byte[] create(Invocation call, ActorKind kind, byte[] constructorParams) {
        Address robust = call.nextRobustAddress();
        InitState state = InitState.load(call.store(), call.state());
        long id = state.add(robust);
        call.setState(state.save());
        call.create(id, kind, call.store().put(new CborWriter().array(0).toByteArray()));
        call.send(id, CONSTRUCTOR, constructorParams, call.value()).orAbort();
        return new CborWriter().array(2).bytes(Address.ofId(id).bytes()).bytes(robust.bytes()).toByteArray();
    }

    private static ActorKind kindOf(Cid code) {
        try {
            return ActorKind.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw new ActorAbort(ExitCode.ILLEGAL_ARGUMENT, unknown.getMessage());
        }
    }

    @Override
    public OptionalLong resolve(StateTree tree, Address address) {
        if (address.isId()) {
            return tree.find(address.id()).isPresent() ? OptionalLong.of(address.id()) : OptionalLong.empty();
        }
        return stateOf(tree).find(address);
    }

    @Override
    public long resolveOrCreate(StateTree tree, Address address) {
        OptionalLong known = resolve(tree, address);
        if (known.isPresent()) {
            return known.getAsLong();
        }
        ActorAbort.require(isKey(address), ExitCode.INVALID_RECEIVER, "no actor at " + address);
        InitState state = stateOf(tree);
        long id = state.add(address);
        tree.set(Singletons.INIT, tree.get(Singletons.INIT).withHead(state.save()));
        tree.set(id, new ActorRecord(ActorKind.ACCOUNT.code(), AccountActor.construct(tree.store(), address), 0, BigInteger.ZERO,
                Optional.empty()));
        return id;
    }

    /** Names an actor that was placed by genesis. */
    public void bind(StateTree tree, Address address, long id) {
        InitState state = stateOf(tree);
        state.bind(address, id);
        tree.set(Singletons.INIT, tree.get(Singletons.INIT).withHead(state.save()));
    }

    @Override
    public Address keyOf(StateTree tree, long id) {
        ActorRecord actor = tree.get(id);
        return actor.code().equals(ActorKind.ACCOUNT.code()) ? AccountActor.address(tree.store(), actor.head()) : Address.ofId(id);
    }

    @Override
    public Address robust(byte[] seed) {
        return Address.ofActorData(seed);
    }

    private static boolean isKey(Address address) {
        return address.protocol() == Protocol.SECP256K1 || address.protocol() == Protocol.BLS;
    }

    private static InitState stateOf(StateTree tree) {
        return InitState.load(tree.store(), tree.get(Singletons.INIT).head());
    }
}
