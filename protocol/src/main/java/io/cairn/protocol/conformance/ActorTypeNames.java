package io.cairn.protocol.conformance;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.actor.miner.ApplyRewardsParams;
import io.cairn.protocol.actor.miner.PreCommitSectorBatch2Params;
import io.cairn.protocol.actor.miner.ProveReplicaUpdates2Params;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.actor.cron.CronEntry;
import io.cairn.protocol.actor.verifreg.VerifiedRegistryState;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.sector.PostProof;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which of Cairn's types stands for a type of go-state-types, by its name there. */
final class ActorTypeNames {

    private static final Map<String, Class<?>> EXCEPTIONS = Map.ofEntries(
        Map.entry("go-address.Address", Address.class),
        Map.entry("go-bitfield.BitField", BitField.class),
        Map.entry("big.Int", TokenAmount.class),
        Map.entry("cbor-gen.CborBool", Boolean.class),
        Map.entry("batch.BatchReturn", BatchReturn.class),
        Map.entry("smoothing.FilterEstimate", FilterEstimate.class),
        Map.entry("proof.PoStProof", PostProof.class),
        Map.entry("cron.Entry", CronEntry.class),
        Map.entry("verifreg.State", VerifiedRegistryState.class),
        Map.entry("miner.ApplyRewardParams", ApplyRewardsParams.class),
        Map.entry("miner.PreCommitSectorBatchParams2", PreCommitSectorBatch2Params.class),
        Map.entry("miner.ProveReplicaUpdatesParams2", ProveReplicaUpdates2Params.class));

    private ActorTypeNames() {
    }

    /** The type, or nothing where Cairn has none. */
    static Optional<Class<?>> find(String name) {
        if (EXCEPTIONS.containsKey(name)) {
            return Optional.of(EXCEPTIONS.get(name));
        }
        String actor = name.substring(0, name.indexOf('.'));
        String type = name.substring(name.indexOf('.') + 1);
        if (type.equals("State")) {
            type = actor.substring(0, 1).toUpperCase(Locale.ROOT) + actor.substring(1) + type;
        }
        try {
            return Optional.of(Class.forName(ActorMethod.class.getPackageName() + "." + actor + "." + type));
        } catch (ClassNotFoundException _) {
            return Optional.empty();
        }
    }
}
