package io.cairn.protocol.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The network, randomness, actors and messages at a tipset; the empty key is the head.
 *
 * <p>Source: lotus: api/api_full.go.
 */
public interface StateApi {

    /** The network's name. */
    CompletableFuture<String> stateNetworkName();

    /** The network version at a tipset. */
    CompletableFuture<Integer> stateNetworkVersion(TipsetKey key);

    /** The network's parameters. */
    CompletableFuture<NetworkParams> stateGetNetworkParams();

    /** 32 bytes from the beacon for a domain separation tag, an epoch and entropy. */
    CompletableFuture<ByteString> stateGetRandomnessFromBeacon(long tag, long epoch, ByteString entropy, TipsetKey key);

    /** 32 bytes from the chain's tickets; the key must not be empty. */
    CompletableFuture<ByteString> stateGetRandomnessFromTickets(
            long tag, long epoch, ByteString entropy, TipsetKey key);

    /** The beacon's digest of an epoch, before tag and entropy. */
    CompletableFuture<ByteString> stateGetRandomnessDigestFromBeacon(long epoch, TipsetKey key);

    /** The tickets' digest of an epoch, before tag and entropy. */
    CompletableFuture<ByteString> stateGetRandomnessDigestFromTickets(long epoch, TipsetKey key);

    /** An actor. */
    CompletableFuture<ActorInfo> stateGetActor(Address actor, TipsetKey key);

    /** An actor's state in JSON. */
    CompletableFuture<ActorState> stateReadState(Address actor, TipsetKey key);

    /** The ID address of an address. */
    CompletableFuture<Address> stateLookupID(Address address, TipsetKey key);

    /** The key address of an account. */
    CompletableFuture<Address> stateAccountKey(Address address, TipsetKey key);

    /** The address of an actor that survives a reorganisation. */
    CompletableFuture<Address> stateLookupRobustAddress(Address address, TipsetKey key);

    /** The code of each actor of a network version, by the actor's name. */
    CompletableFuture<Map<String, Cid>> stateActorCodeCIDs(int networkVersion);

    /** All actors. */
    CompletableFuture<List<Address>> stateListActors(TipsetKey key);

    /** Executes a message on a copy of the state. */
    CompletableFuture<InvocResult> stateCall(Message message, TipsetKey key);

    /** Executes a message of the chain once more. */
    CompletableFuture<InvocResult> stateReplay(TipsetKey key, Cid message);

    /** Waits until a message has been executed and buried.
     *
     * @param confidence   epochs on top, at most 900
     * @param lookback     epochs to look back, -1 for all
     * @param allowReplaced whether a message with other gas fields in its place will do; if not, a replaced message may
     *                      never be answered
      */
    @WaitsForChain
    CompletableFuture<MsgLookup> stateWaitMsg(Cid message, long confidence, long lookback, boolean allowReplaced);

    /** Where a message has been executed, looking back from a tipset; empty when nowhere. */
    CompletableFuture<Optional<MsgLookup>> stateSearchMsg(
            TipsetKey from, Cid message, long lookback, boolean allowReplaced);

    /** Messages that match, from a tipset down to an epoch. */
    CompletableFuture<List<Cid>> stateListMessages(MessageMatch match, TipsetKey key, long toEpoch);

    /** Parameters of a method in JSON. */
    CompletableFuture<JsonNode> stateDecodeParams(Address to, long method, ByteString params, TipsetKey key);

    /** The money in circulation, counted over all actors. */
    CompletableFuture<TokenAmount> stateCirculatingSupply(TipsetKey key);

    /** Where the network's money is; the circulating part is what pledges are reckoned from. */
    CompletableFuture<CirculatingSupply> stateVMCirculatingSupplyInternal(TipsetKey key);
}
