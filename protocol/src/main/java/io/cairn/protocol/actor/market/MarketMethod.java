package io.cairn.protocol.actor.market;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.actor.miner.SectorContentChangedParams;
import io.cairn.protocol.actor.miner.SectorContentChangedReturn;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** The methods of the market actor (go-state-types: builtin/v18/methods.go). */
public enum MarketMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, Void.class, Void.class),
    ADD_BALANCE("AddBalance", 2L, Address.class, Void.class),
    WITHDRAW_BALANCE("WithdrawBalance", 3L, WithdrawBalanceParams.class, TokenAmount.class),
    PUBLISH_STORAGE_DEALS("PublishStorageDeals", 4L, PublishStorageDealsParams.class, PublishStorageDealsReturn.class),
    VERIFY_DEALS_FOR_ACTIVATION("VerifyDealsForActivation", 5L, VerifyDealsForActivationParams.class, VerifyDealsForActivationReturn.class),
    BATCH_ACTIVATE_DEALS("BatchActivateDeals", 6L, BatchActivateDealsParams.class, Void.class),
    ON_MINER_SECTORS_TERMINATE("OnMinerSectorsTerminate", 7L, OnMinerSectorsTerminateParams.class, Void.class),
    CRON_TICK("CronTick", 9L, Void.class, Void.class),
    GET_DEAL_LABEL_EXPORTED("GetDealLabelExported", 46363526L, Long.class, DealLabel.class),
    GET_DEAL_CLIENT_EXPORTED("GetDealClientExported", 128053329L, Long.class, Long.class),
    GET_DEAL_TERM_EXPORTED("GetDealTermExported", 163777312L, Long.class, GetDealTermReturn.class),
    GET_DEAL_CLIENT_COLLATERAL_EXPORTED("GetDealClientCollateralExported", 200567895L, Long.class, TokenAmount.class),
    GET_BALANCE_EXPORTED("GetBalanceExported", 726108461L, Address.class, GetBalanceReturn.class),
    ADD_BALANCE_EXPORTED("AddBalanceExported", 822473126L, Address.class, Void.class),
    GET_DEAL_PROVIDER_EXPORTED("GetDealProviderExported", 935081690L, Long.class, Long.class),
    GET_DEAL_DATA_COMMITMENT_EXPORTED("GetDealDataCommitmentExported", 1157985802L, Long.class, GetDealDataCommitmentReturn.class),
    SETTLE_DEAL_PAYMENTS_EXPORTED("SettleDealPaymentsExported", 1900091594L, BitField.class, SettleDealPaymentsReturn.class),
    SECTOR_CONTENT_CHANGED("SectorContentChanged", 2034386435L, SectorContentChangedParams.class, SectorContentChangedReturn.class),
    PUBLISH_STORAGE_DEALS_EXPORTED("PublishStorageDealsExported", 2236929350L, PublishStorageDealsParams.class, PublishStorageDealsReturn.class),
    WITHDRAW_BALANCE_EXPORTED("WithdrawBalanceExported", 2280458852L, WithdrawBalanceParams.class, TokenAmount.class),
    GET_DEAL_ACTIVATION_EXPORTED("GetDealActivationExported", 2567238399L, Long.class, GetDealActivationReturn.class),
    GET_DEAL_SECTOR_EXPORTED("GetDealSectorExported", 2611213344L, Long.class, Long.class),
    GET_DEAL_VERIFIED_EXPORTED("GetDealVerifiedExported", 2627389465L, Long.class, Boolean.class),
    GET_DEAL_PROVIDER_COLLATERAL_EXPORTED("GetDealProviderCollateralExported", 2986712137L, Long.class, TokenAmount.class),
    GET_DEAL_TOTAL_PRICE_EXPORTED("GetDealTotalPriceExported", 4287162428L, Long.class, TokenAmount.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    MarketMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<MarketMethod> ofNumber(long number) {
        return ActorMethod.find(values(), number);
    }

    @Override
    public String methodName() {
        return methodName;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Class<?> params() {
        return params;
    }

    @Override
    public Class<?> returns() {
        return returns;
    }
}
