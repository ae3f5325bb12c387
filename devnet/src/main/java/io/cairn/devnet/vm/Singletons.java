package io.cairn.devnet.vm;

/**
 * Ids of the actors that exist once.
 *
 * <p>Source: builtin-actors, runtime/src/builtin/singletons.rs.
 */
public final class Singletons {
    public static final long SYSTEM = 0;
    public static final long INIT = 1;
    public static final long REWARD = 2;
    public static final long CRON = 3;
    public static final long POWER = 4;
    public static final long MARKET = 5;
    public static final long BURNT_FUNDS = 99;
    public static final long RESERVE = 90;
    public static final long FIRST_ACCOUNT = 100;
    public static final long FIRST_MINER = 1000;

    private Singletons() {
    }
}
