package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.actor.account.AccountMethod;
import io.cairn.protocol.actor.cron.CronMethod;
import io.cairn.protocol.actor.init.InitMethod;
import io.cairn.protocol.actor.market.MarketMethod;
import io.cairn.protocol.actor.miner.MinerMethod;
import io.cairn.protocol.actor.power.PowerMethod;
import io.cairn.protocol.actor.reward.RewardMethod;
import io.cairn.protocol.actor.system.SystemMethod;
import io.cairn.protocol.actor.verifreg.VerifiedRegistryMethod;
import io.cairn.protocol.address.AddressNetwork;
import io.cairn.protocol.cbor.CborCodec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Judges the encodings of actors' parameters, return values and states, and the numbers of their methods. */
public final class ActorTypesJudge implements Judge {

    private static final Map<String, ActorMethod[]> METHODS = Map.of(
        "account", AccountMethod.values(), "cron", CronMethod.values(), "init", InitMethod.values(),
        "market", MarketMethod.values(), "miner", MinerMethod.values(), "power", PowerMethod.values(),
        "reward", RewardMethod.values(), "system", SystemMethod.values(), "verifreg", VerifiedRegistryMethod.values());

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("types") && file.has("cases");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        for (JsonNode known : file.path("methods")) {
            method(known, verdicts);
        }
        int number = 0;
        for (JsonNode known : file.path("cases")) {
            String type = known.get("type").asText();
            String name = "cases/" + number++ + " " + type;
            Optional<Class<?>> found = ActorTypeNames.find(type);
            if (found.isPresent()) {
                CaseCheck.judge(verdicts, name, check -> value(check, known, CborCodec.of(found.get())));
            } else {
                verdicts.skipped(name, "no type of Cairn's");
            }
        }
    }

    private static void method(JsonNode known, Verdicts verdicts) {
        String name = "methods/" + known.get("actor").asText() + " " + known.get("name").asText();
        ActorMethod[] methods = METHODS.get(known.get("actor").asText());
        if (methods == null || !known.hasNonNull("params")) {
            verdicts.skipped(name, methods == null ? "an actor that Cairn does not speak to" : "a number without a method");
            return;
        }
        CaseCheck.judge(verdicts, name, check -> {
            ActorMethod method = ActorMethod.find(methods, known.get("number").asLong())
                .orElseThrow(() -> new IllegalStateException("no method " + known.get("number").asText()));
            check.sameAs(known, "name", method.methodName());
            check.same("params", known.get("params").asText().isEmpty(), method.params() == Void.class && !isDead(known));
        });
    }

    private static boolean isDead(JsonNode known) {
        return known.get("params").asText().equals("proof.SealVerifyInfo");
    }

    private static <T> void value(CaseCheck check, JsonNode known, CborCodec<T> codec) {
        T value = codec.decode(ScalarsJudge.hex(known, "cbor"));
        new LotusForm(check, AddressNetwork.MAINNET).same("value", known.get("value"), value);
        check.sameAs(known, "cbor", HexFormat.of().formatHex(codec.encode(value)));
    }
}
