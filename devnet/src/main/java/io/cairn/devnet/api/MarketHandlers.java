package io.cairn.devnet.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cairn.devnet.actor.market.Deal;
import io.cairn.devnet.actor.market.MarketState;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Executor;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.api.DealCollateralBounds;
import io.cairn.protocol.api.MarketDeal;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Answers about deals. Names and parameters as in the API's declaration. */
public final class MarketHandlers {

    private static final BigInteger HEADROOM = BigInteger.valueOf(110);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final int MOST_LABEL_BYTES = 256;

    private final Chain chain;

    MarketHandlers(Chain chain) {
        this.chain = chain;
    }

    private MarketState market(TipsetKey key) {
        return MarketState.load(chain.log(), chain.stateAt(chain.tipset(key)).get(Singletons.MARKET).head());
    }

    public MarketDeal stateMarketStorageDeal(long id, TipsetKey key) {
        MarketState market = market(key);
        Deal deal = market.deal(id).orElseThrow(() -> RpcFailure.of("deal " + id + " not found - deal may not have completed"
                + " sealing before deal proposal start epoch, or deal may have been slashed"));
        return described(market, id, deal);
    }

    public Map<String, MarketDeal> stateMarketDeals(TipsetKey key) {
        MarketState market = market(key);
        Map<String, MarketDeal> deals = new TreeMap<>();
        market.deals().forEach((id, deal) -> deals.put(String.valueOf(id), described(market, id, deal)));
        return deals;
    }

    /** The least collateral has a tenth on top (lotus: node/impl/full/state.go). */
    public DealCollateralBounds stateDealProviderCollateralBounds(long paddedSize, boolean verified, TipsetKey key) {
        Tipset tipset = chain.tipset(key);
        StateTree tree = chain.stateAt(tipset);
        BigInteger least = Fees.providerCollateral(BigInteger.valueOf(paddedSize),
                PowerState.load(chain.log(), tree.get(Singletons.POWER).head()).currentRaw(chain.policy()),
                RewardActor.load(chain.log(), tree.get(Singletons.REWARD).head()).epochBaseline(),
                Executor.circulating(tree, tipset.height(), chain.policy()));
        return new DealCollateralBounds(new TokenAmount(least.multiply(HEADROOM).divide(HUNDRED)), TokenAmount.ofFil(2_000_000_000));
    }

    private static MarketDeal described(MarketState market, long id, Deal deal) {
        MarketDeal.State state = market.activation(id)
                .map(a -> new MarketDeal.State(a.sector(), a.epoch(), a.updated(), a.slashed()))
                .orElse(new MarketDeal.State(0, -1, -1, -1));
        return new MarketDeal(new MarketDeal.Proposal(deal.pieceCid(), deal.size(), deal.verified(), deal.client(), deal.provider(),
                label(deal), deal.start(), deal.end(), new TokenAmount(deal.price()), new TokenAmount(deal.providerCollateral()),
                new TokenAmount(deal.clientCollateral())), state);
    }

    private static JsonNode label(Deal deal) {
        CborReader label = new CborReader(deal.label());
        return TextNode.valueOf(label.atText() ? label.text(MOST_LABEL_BYTES)
                : Base64.getEncoder().encodeToString(label.bytes(MOST_LABEL_BYTES)));
    }
}
