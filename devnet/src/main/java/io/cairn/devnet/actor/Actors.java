package io.cairn.devnet.actor;

import io.cairn.devnet.actor.account.AccountActor;
import io.cairn.devnet.actor.cron.CronActor;
import io.cairn.devnet.actor.init.InitActor;
import io.cairn.devnet.actor.market.MarketActor;
import io.cairn.devnet.actor.miner.MinerActor;
import io.cairn.devnet.actor.power.PowerActor;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ActorKind;
import java.util.Map;

/** The behaviours of all kinds of actors. */
public final class Actors {

    /** Creates actors and knows their addresses. */
    public static final InitActor INIT = new InitActor();

    /** By kind. */
    public static final Map<ActorKind, ActorCode> CODES = Map.of(
            ActorKind.SYSTEM, (call, method, params) -> {
                throw ActorCode.unhandled(method);
            },
            ActorKind.INIT, INIT,
            ActorKind.CRON, new CronActor(),
            ActorKind.ACCOUNT, new AccountActor(),
            ActorKind.POWER, new PowerActor(),
            ActorKind.MINER, new MinerActor(),
            ActorKind.MARKET, new MarketActor(),
            ActorKind.REWARD, new RewardActor());

    private Actors() {
    }
}
