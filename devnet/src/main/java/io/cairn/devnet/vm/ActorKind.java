package io.cairn.devnet.vm;

import io.cairn.protocol.cid.Cid;
import java.util.Arrays;

/** Kinds of built-in actors with their code CIDs in the 2k bundle of actors version 18. */
public enum ActorKind {
    SYSTEM("system", "bafk2bzacedced5maxljwmavukjvtnmknpzoullfcwk3upaz5x5hvvdl2pk24e"),
    INIT("init", "bafk2bzaced23vlf6nemlulavy2ouxuvudxe3jbu4klc74tcgruafrqu2fnt3c"),
    CRON("cron", "bafk2bzacedrv5m6tczd6dz6ly3zmenkljnokovduvgkbmgxvsawbalerciieg"),
    ACCOUNT("account", "bafk2bzacedpmhtrp2kdjoga2phrbi3f7z7wn25s3tluxoagcu7hsg2ppktxbw"),
    POWER("storagepower", "bafk2bzacebydegz3ap6xgejojdu3usfddhyrj476f25ooahgcqko6d7djynas"),
    MINER("storageminer", "bafk2bzacedhvcxgdz2w75izwa5s5dwvsrxsnzkjcbpbresziyrrjrsvjzwvxe"),
    MARKET("storagemarket", "bafk2bzacecjrg6jueodndhwtkaa3n2v2tkjakmzu4c57hrhg5ige4d4kjggcg"),
    REWARD("reward", "bafk2bzacedchalmz2omgitfunbqg5opzcvrlvju77k6dr5zt2poyy7jjzkvwa");

    private final String bundleName;
    private final Cid code;

    ActorKind(String bundleName, String code) {
        this.bundleName = bundleName;
        this.code = Cid.parse(code);
    }

    /** The name in the actors bundle. */
    public String bundleName() {
        return bundleName;
    }

    /** The code CID in actor records. */
    public Cid code() {
        return code;
    }

    /** The kind with this code CID. */
    public static ActorKind ofCode(Cid code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("actor code is " + code + ", expected one of the built-in actors"));
    }
}
