package io.cairn.devnet.vm;

import io.cairn.devnet.state.ActorRecord;
import io.cairn.devnet.state.StateTree;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.message.Message;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Applies messages to a state tree.
 *
 * <p>Source: ref-fvm, fvm/src/executor/default.rs and call_manager/default.rs.
 */
public final class Vm {

    /** What an explicit message did: its receipt's fields and what its producer is owed or charged. */
    public record Applied(int exitCode, byte[] returned, long gasUsed, BigInteger penalty, BigInteger tip, String error) { }

    private static final int MOST_CALL_DEPTH = 64;

    private final ExecutionContext context;
    private final StateTree tree;
    private final Map<ActorKind, ActorCode> codes;
    private final AddressBook addresses;
    private long gasUsed;
    private long gasLimit = Long.MAX_VALUE;
    private int depth;
    private Address origin = Address.ofId(Singletons.SYSTEM);
    private long originNonce;
    private int created;

    /** A machine over {@code tree} that knows the given actors. */
    public Vm(ExecutionContext context, StateTree tree, Map<ActorKind, ActorCode> codes, AddressBook addresses) {
        this.context = context;
        this.tree = tree;
        this.codes = codes;
        this.addresses = addresses;
    }

    /** Applies a message of the system actor, without gas and without a signature. */
    public SendResult applyImplicit(long to, long method, byte[] params, BigInteger value) {
        gasLimit = Long.MAX_VALUE;
        gasUsed = 0;
        created = 0;
        return call(Singletons.SYSTEM, to, method, params, value);
    }

    /** Applies a message of an account, {@code chainBytes} long on chain. */
    public Applied apply(Message message, int chainBytes) {
        long inclusion = GasPrices.inclusion(chainBytes);
        BigInteger fullPenalty = context.baseFee().multiply(BigInteger.valueOf(message.gasLimit()));
        if (inclusion > message.gasLimit()) {
            return refused(ExitCode.OUT_OF_GAS, fullPenalty, "gas limit " + message.gasLimit() + " is below the inclusion cost " + inclusion);
        }
        OptionalLong sender = addresses.resolve(tree, message.from());
        if (sender.isEmpty() || !isAccount(sender.getAsLong())) {
            return refused(ExitCode.SENDER_INVALID, fullPenalty, "sender " + message.from() + " is not an account");
        }
        long from = sender.getAsLong();
        ActorRecord account = tree.get(from);
        BigInteger gasCost = message.gasFeeCap().atto().multiply(BigInteger.valueOf(message.gasLimit()));
        if (account.nonce() != message.nonce() || account.balance().compareTo(gasCost) < 0) {
            return refused(ExitCode.SENDER_STATE_INVALID, fullPenalty, "sender " + message.from() + " has nonce " + account.nonce()
                    + " and balance " + account.balance() + "; the message has nonce " + message.nonce() + " and may cost " + gasCost);
        }
        tree.set(from, account.withNextNonce().withBalance(account.balance().subtract(gasCost)));
        SendResult result = execute(from, message, inclusion);
        return settle(from, message, result);
    }

    private SendResult execute(long from, Message message, long inclusion) {
        origin = addresses.keyOf(tree, from);
        originNonce = message.nonce();
        created = 0;
        gasLimit = message.gasLimit();
        gasUsed = inclusion;
        depth = 0;
        Map<Long, ActorRecord> before = tree.snapshot();
        try {
            long to = addresses.resolveOrCreate(tree, message.to());
            SendResult result = call(from, to, message.method(), message.params().toArray(), message.value().atto());
            charge(GasPrices.returned(result.returned().length));
            if (!result.succeeded()) {
                tree.restore(before);
            }
            return result;
        } catch (ActorAbort abort) {
            tree.restore(before);
            return failure(abort.exitCode(), abort.getMessage());
        }
    }

    private Applied settle(long from, Message message, SendResult result) {
        long used = Math.min(gasUsed, message.gasLimit());
        GasSettlement gas = GasSettlement.of(used, message.gasLimit(), context.baseFee(), message.gasFeeCap().atto(),
                message.gasPremium().atto());
        credit(Singletons.BURNT_FUNDS, gas.baseFeeBurn().add(gas.overEstimationBurn()));
        credit(Singletons.REWARD, gas.minerTip());
        credit(from, gas.refund());
        return new Applied(result.exitCode(), result.returned(), used, gas.minerPenalty(), gas.minerTip(), result.error());
    }

    private static Applied refused(int exitCode, BigInteger penalty, String error) {
        return new Applied(exitCode, ActorCode.NOTHING, 0, penalty, BigInteger.ZERO, error);
    }

    private boolean isAccount(long id) {
        return tree.find(id).filter(actor -> actor.code().equals(ActorKind.ACCOUNT.code())).isPresent();
    }

    SendResult call(long from, long to, long method, byte[] params, BigInteger value) {
        Map<Long, ActorRecord> before = tree.snapshot();
        depth++;
        try {
            ActorAbort.require(depth <= MOST_CALL_DEPTH, ExitCode.ILLEGAL_INSTRUCTION, "calls nest deeper than " + MOST_CALL_DEPTH);
            return new SendResult(ExitCode.OK, run(from, to, method, params, value), "");
        } catch (ActorAbort abort) {
            tree.restore(before);
            return failure(abort.exitCode(), abort.getMessage());
        } catch (CborException malformed) {
            tree.restore(before);
            return failure(ExitCode.SERIALIZATION, "parameters of method " + method + " of t0" + to + ": " + malformed.getMessage());
        } finally {
            depth--;
        }
    }

    private byte[] run(long from, long to, long method, byte[] params, BigInteger value) {
        ActorRecord target = tree.find(to).orElseThrow(() -> new ActorAbort(ExitCode.INVALID_RECEIVER, "no actor t0" + to));
        transfer(from, to, value);
        ActorKind kind = ActorKind.ofCode(target.code());
        charge(GasPrices.method(kind, method));
        if (method == 0) {
            return ActorCode.NOTHING;
        }
        return codes.get(kind).invoke(new Invocation(this, from, to, value), method, params);
    }

    private void transfer(long from, long to, BigInteger value) {
        ActorAbort.require(value.signum() >= 0, ExitCode.ILLEGAL_ARGUMENT, "value " + value + " is negative");
        if (value.signum() == 0) {
            return;
        }
        BigInteger balance = tree.get(from).balance();
        ActorAbort.require(balance.compareTo(value) >= 0, ExitCode.NO_FUNDS_FOR_VALUE,
                "t0" + from + " holds " + balance + " attoFIL and sends " + value);
        credit(from, value.negate());
        credit(to, value);
    }

    private void credit(long id, BigInteger amount) {
        ActorRecord actor = tree.get(id);
        tree.set(id, actor.withBalance(actor.balance().add(amount)));
    }

    void charge(long gas) {
        gasUsed += gas;
        ActorAbort.require(gasUsed <= gasLimit, ExitCode.OUT_OF_GAS, "gas limit " + gasLimit + " exceeded");
    }

    Address nextRobustAddress() {
        byte[] key = origin.bytes();
        byte[] seed = ByteBuffer.allocate(key.length + 12).put(key).putLong(originNonce).putInt(created).array();
        created++;
        return addresses.robust(seed);
    }

    ExecutionContext context() {
        return context;
    }

    StateTree tree() {
        return tree;
    }

    AddressBook addresses() {
        return addresses;
    }

    private static SendResult failure(int exitCode, String error) {
        return new SendResult(exitCode, ActorCode.NOTHING, error == null ? "" : error);
    }
}
