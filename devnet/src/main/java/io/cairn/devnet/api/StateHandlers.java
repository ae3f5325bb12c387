package io.cairn.devnet.api;

import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.actor.market.MarketState;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.ChainRandomness;
import io.cairn.devnet.chain.Executor;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.state.ActorRecord;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.ActorInfo;
import io.cairn.protocol.api.CirculatingSupply;
import io.cairn.protocol.api.MarketBalance;
import io.cairn.protocol.api.NetworkParams;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers for actors, randomness and executed messages. Names and parameters as in the API's declaration. */
public final class StateHandlers {

    private static final long CHAIN_ID = 31_415_926;

    private final Chain chain;

    StateHandlers(Chain chain) {
        this.chain = chain;
    }

    public String stateNetworkName() {
        return DevnetSettings.NETWORK_NAME;
    }

    public Integer stateNetworkVersion(TipsetKey key) {
        return NetworkPolicy.NETWORK_VERSION;
    }

    public NetworkParams stateGetNetworkParams() {
        NetworkPolicy policy = chain.policy();
        return new NetworkParams(stateNetworkName(), policy.blockDelaySeconds(), policy.leastConsensusPower(),
                policy.preCommitChallengeDelay(), Map.of(), CHAIN_ID, chain.index().genesis().timestamp());
    }

    private ChainRandomness randomness(TipsetKey key) {
        return new ChainRandomness(chain.index(), chain.beacon(), chain.tipset(key));
    }

    public ByteString stateGetRandomnessFromBeacon(long tag, long epoch, ByteString entropy, TipsetKey key) {
        return ByteString.of(randomness(key).fromBeacon(DomainSeparationTag.of(tag), epoch, bytes(entropy)));
    }

    public ByteString stateGetRandomnessFromTickets(long tag, long epoch, ByteString entropy, TipsetKey key) {
        return ByteString.of(randomness(key).fromTickets(DomainSeparationTag.of(tag), epoch, bytes(entropy)));
    }

    private static byte[] bytes(ByteString entropy) {
        return entropy == null ? new byte[0] : entropy.toArray();
    }

    private StateTree tree(TipsetKey key) {
        return chain.stateAt(chain.tipset(key));
    }

    private long id(StateTree tree, Address address) {
        return chain.resolve(tree, address).orElseThrow(RpcFailure::actorNotFound);
    }

    public ActorInfo stateGetActor(Address actor, TipsetKey key) {
        StateTree tree = tree(key);
        ActorRecord record = tree.get(id(tree, actor));
        return new ActorInfo(record.code(), record.head(), record.nonce(), new TokenAmount(record.balance()), record.delegated());
    }

    public Address stateLookupID(Address address, TipsetKey key) {
        return Address.ofId(id(tree(key), address));
    }

    public Address stateAccountKey(Address address, TipsetKey key) {
        StateTree tree = tree(key);
        return Actors.INIT.keyOf(tree, id(tree, address));
    }

    public TokenAmount walletBalance(Address address) {
        StateTree tree = chain.stateAfterHead();
        return chain.resolve(tree, address).map(id -> new TokenAmount(tree.get(id).balance())).orElse(TokenAmount.ZERO);
    }

    public MarketBalance stateMarketBalance(Address address, TipsetKey key) {
        StateTree tree = tree(key);
        MarketState market = MarketState.load(chain.log(), tree.get(Singletons.MARKET).head());
        long id = id(tree, address);
        return new MarketBalance(new TokenAmount(market.escrow(id)), new TokenAmount(market.locked(id)));
    }

    public ByteString stateGetRandomnessDigestFromBeacon(long epoch, TipsetKey key) {
        return ByteString.of(randomness(key).digestFromBeacon(epoch));
    }

    public ByteString stateGetRandomnessDigestFromTickets(long epoch, TipsetKey key) {
        return ByteString.of(randomness(key).digestFromTickets(epoch));
    }

    public Map<String, Cid> stateActorCodeCIDs(int networkVersion) {
        if (networkVersion != NetworkPolicy.NETWORK_VERSION) {
            throw RpcFailure.of("network version is " + networkVersion + ", this chain has only " + NetworkPolicy.NETWORK_VERSION);
        }
        return Arrays.stream(ActorKind.values()).collect(Collectors.toMap(ActorKind::bundleName, ActorKind::code));
    }

    public List<Address> stateListActors(TipsetKey key) {
        return tree(key).all().keySet().stream().sorted().map(Address::ofId).toList();
    }

    /** Where the network's money is, before the tipset's own messages. */
    public CirculatingSupply stateVMCirculatingSupplyInternal(TipsetKey key) {
        Tipset tipset = chain.tipset(key);
        return Executor.supply(chain.stateAt(tipset), tipset.height(), chain.policy());
    }
}
