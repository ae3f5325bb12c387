package io.cairn.devnet.vm;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.ActorRecord;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** One call to an actor: who calls, with what, and all that the actor may ask of the chain. */
public final class Invocation {

    private final Vm vm;
    private final long caller;
    private final long receiver;
    private final BigInteger value;

    Invocation(Vm vm, long caller, long receiver, BigInteger value) {
        this.vm = vm;
        this.caller = caller;
        this.receiver = receiver;
        this.value = value;
    }

    public long caller() {
        return caller;
    }

    public long receiver() {
        return receiver;
    }

    /** attoFIL that came with the call. */
    public BigInteger value() {
        return value;
    }

    public long epoch() {
        return context().epoch();
    }

    public NetworkPolicy policy() {
        return context().policy();
    }

    public BigInteger circulatingSupply() {
        return context().circulatingSupply();
    }

    public ProofVerifier verifier() {
        return context().verifier();
    }

    public BlockStore store() {
        return vm.tree().store();
    }

    /** attoFIL that the receiver holds now. */
    public BigInteger balance() {
        return vm.tree().get(receiver).balance();
    }

    /** Root of the receiver's state. */
    public Cid state() {
        return vm.tree().get(receiver).head();
    }

    /** Replaces the receiver's state. */
    public void setState(Cid head) {
        vm.tree().set(receiver, vm.tree().get(receiver).withHead(head));
    }

    /** Randomness of the ticket chain; an epoch to come aborts. */
    public byte[] randomnessFromTickets(long tag, long at, byte[] entropy) {
        requirePast(at);
        return context().randomness().fromTickets(tag, at, entropy);
    }

    /** Randomness of the beacon; an epoch to come aborts. */
    public byte[] randomnessFromBeacon(long tag, long at, byte[] entropy) {
        requirePast(at);
        return context().randomness().fromBeacon(tag, at, entropy);
    }

    private void requirePast(long at) {
        ActorAbort.require(at <= epoch(), ExitCode.ILLEGAL_ARGUMENT, "randomness of epoch " + at + " asked for at epoch " + epoch());
    }

    /** Calls another actor; the callee's changes are undone when it fails. */
    public SendResult send(long to, long method, byte[] params, BigInteger amount) {
        return vm.call(receiver, to, method, params, amount);
    }

    /** Burns from the receiver's balance. */
    public void burn(BigInteger amount) {
        if (amount.signum() > 0) {
            send(Singletons.BURNT_FUNDS, 0, ActorCode.NOTHING, amount).orAbort();
        }
    }

    /** The id behind an address, if there is an actor. */
    public OptionalLong resolve(Address address) {
        return vm.addresses().resolve(vm.tree(), address);
    }

    /** The id behind an address; aborts when there is none. */
    public long resolveOrAbort(Address address) {
        return resolve(address).orElseThrow(() -> new ActorAbort(ExitCode.ILLEGAL_ARGUMENT, "no actor at " + address));
    }

    /** The kind of an actor, which must exist. */
    public ActorKind kindOf(long id) {
        return vm.tree().find(id).map(actor -> ActorKind.ofCode(actor.code()))
                .orElseThrow(() -> new ActorAbort(ExitCode.NOT_FOUND, "no actor t0" + id));
    }

    /** Adds an actor with an empty state and no balance; its constructor sets the state. */
    public void create(long id, ActorKind kind, Cid head) {
        vm.tree().set(id, new ActorRecord(kind.code(), head, 0, BigInteger.ZERO, Optional.empty()));
    }

    /** The robust address of an actor that this message creates: hash of origin, nonce and count. */
    public Address nextRobustAddress() {
        return vm.nextRobustAddress();
    }

    /** Charges gas beyond the method's own. */
    public void charge(long gas) {
        vm.charge(gas);
    }

    /** Aborts unless the caller is one of {@code allowed}. */
    public void requireCaller(long... allowed) {
        ActorAbort.require(Arrays.stream(allowed).anyMatch(id -> id == caller), ExitCode.FORBIDDEN,
                "caller t0" + caller + " is not allowed to call t0" + receiver);
    }

    private ExecutionContext context() {
        return vm.context();
    }
}
