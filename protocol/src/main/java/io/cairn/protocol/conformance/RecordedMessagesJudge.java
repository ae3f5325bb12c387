package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.actor.init.InitMethod;
import io.cairn.protocol.actor.market.MarketMethod;
import io.cairn.protocol.actor.miner.MinerMethod;
import io.cairn.protocol.actor.power.PowerMethod;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressNetwork;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.cbor.CborCodec;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Judges the messages with their parameters and the block headers that were recorded from a running network. */
public final class RecordedMessagesJudge implements Judge {

    private static final long FIRST_MINER = 1000;
    private static final Map<Long, ActorMethod[]> SINGLETONS = Map.of(
        1L, InitMethod.values(), 4L, PowerMethod.values(), 5L, MarketMethod.values());

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("blockKits") || file.isArray() && file.path(0).has("cborHex") && file.path(0).has("decodedParams");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        if (file.isArray()) {
            int number = 0;
            for (JsonNode known : file) {
                CaseCheck.judge(verdicts, "messages/" + number++, check -> message(check, known));
            }
        }
        for (JsonNode kit : file.path("blockKits")) {
            int block = 0;
            for (JsonNode header : kit.path("headers")) {
                JsonNode json = kit.path("tipset").path("Blocks").path(block++);
                CaseCheck.judge(verdicts, "headers/" + header.get("cid").asText(), check -> header(check, header, json));
            }
        }
    }

    private static void header(CaseCheck check, JsonNode known, JsonNode json) {
        BlockHeader header = CborReader.readAll(ScalarsJudge.hex(known, "cborHex"), BlockHeader::readFrom);
        check.sameAs(known, "cborHex", ScalarsJudge.hex(header));
        check.sameAs(known, "cid", header.cid());
        new LotusForm(check, AddressNetwork.TESTNET).same("json", json, header);
    }

    private static void message(CaseCheck check, JsonNode known) {
        byte[] encoded = ScalarsJudge.hex(known, "cborHex");
        Message message;
        if (known.get("kind").asText().equals("bls")) {
            message = CborReader.readAll(encoded, Message::readFrom);
            check.sameAs(known, "cid", message.cid());
            check.sameAs(known, "cborHex", ScalarsJudge.hex(message));
            new LotusForm(check, AddressNetwork.TESTNET).same("json", known.get("json"), message);
        } else {
            SignedMessage signed = CborReader.readAll(encoded, SignedMessage::readFrom);
            message = signed.message();
            check.sameAs(known, "cid", signed.cid());
            check.sameAs(known, "cborHex", ScalarsJudge.hex(signed));
            new LotusForm(check, AddressNetwork.TESTNET).same("json", known.get("json"), signed);
        }
        Optional<ActorMethod> method = method(message);
        if (method.isPresent() && method.get().params() != Void.class && known.hasNonNull("decodedParams")) {
            params(check, known, message, CborCodec.of(method.get().params()));
        }
    }

    private static <T> void params(CaseCheck check, JsonNode known, Message message, CborCodec<T> codec) {
        T params = codec.decode(message.params().toArray());
        check.same("params", message.params(), HexFormat.of().formatHex(codec.encode(params)));
        new LotusForm(check, AddressNetwork.TESTNET).same("decodedParams", known.get("decodedParams"), params);
    }

    private static Optional<ActorMethod> method(Message message) {
        Address to = message.to();
        if (!to.isId()) {
            return Optional.empty();
        }
        ActorMethod[] methods = SINGLETONS.getOrDefault(to.id(), to.id() == FIRST_MINER ? MinerMethod.values() : new ActorMethod[0]);
        return ActorMethod.find(methods, message.method());
    }
}
