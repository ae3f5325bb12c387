package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.ExportedMethod;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressException;
import io.cairn.protocol.address.AddressNetwork;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.ExitCode;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.signature.Signature;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Judges addresses, numbers, FIL texts, CIDs, the strictness of reading, exit codes, proof types and method numbers. */
public final class ScalarsJudge implements Judge {

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("addressTexts") && file.has("cborReading");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        each(file, "addressesById", verdicts, ScalarsJudge::address);
        each(file, "addressesDerived", verdicts, ScalarsJudge::address);
        each(file, "addressTexts", verdicts, ScalarsJudge::addressText);
        each(file, "addressBytes", verdicts, ScalarsJudge::addressBytes);
        each(file, "bigInts", verdicts, ScalarsJudge::bigInt);
        each(file, "bigIntReading", verdicts, ScalarsJudge::bigIntReading);
        cids(file, verdicts);
        filTexts(file, verdicts);
        each(file, "cborReading", verdicts, ScalarsJudge::cborReading);
        each(file, "exitCodes", verdicts, ScalarsJudge::exitCode);
        each(file, "sealProofs", verdicts, ScalarsJudge::sealProof);
        each(file, "exportedMethods", verdicts, (check, known) ->
            check.sameAs(known, "number", ExportedMethod.number(known.get("name").asText())));
    }

    static void each(JsonNode file, String section, Verdicts verdicts, BiConsumer<CaseCheck, JsonNode> judge) {
        int number = 0;
        for (JsonNode known : file.path(section)) {
            CaseCheck.judge(verdicts, section + "/" + number++, check -> judge.accept(check, known));
        }
    }

    private static void address(CaseCheck check, JsonNode known) {
        Address address = Address.ofBytes(hex(known, "bytes"));
        check.sameAs(known, "mainnet", address.toString(AddressNetwork.MAINNET));
        check.sameAs(known, "testnet", address.toString(AddressNetwork.TESTNET));
        check.sameAs(known, "protocol", address.protocol().ordinal());
        check.sameAs(known, "cbor", hex(address));
        check.same("parsed", address, Address.parse(known.get("testnet").asText()));
        check.same("decoded", address, CborReader.readAll(hex(known, "cbor"), Address::readFrom));
        if (known.has("id")) {
            check.sameAs(known, "id", address.id());
            check.same("by id", address, Address.ofId(known.get("id").asLong()));
        }
        byte[] input = known.has("input") ? hex(known, "input") : new byte[0];
        switch (known.path("from").asText()) {
            case "secp256k1 uncompressed key" -> check.same("derived", address, Address.ofSecp256k1Key(input));
            case "actor creation data" -> check.same("derived", address, Address.ofActorData(input));
            case "BLS public key" -> check.same("derived", address, Address.ofBlsKey(input));
            default -> {
            }
        }
    }

    private static void addressText(CaseCheck check, JsonNode known) {
        String text = known.get("text").asText();
        try {
            Address address = Address.parse(text);
            check.same("accepted", known.get("accepted").asBoolean(), true);
            check.sameAs(known, "bytes", HexFormat.of().formatHex(address.bytes()));
            check.sameAs(known, "again", address.toString(AddressNetwork.MAINNET));
        } catch (AddressException refused) {
            check.same("accepted", known.get("accepted").asBoolean(), false);
            check.same("reason", reason(known), refused.reason());
        }
    }

    private static void addressBytes(CaseCheck check, JsonNode known) {
        byte[] bytes = hex(known, "bytes");
        try {
            Address address = Address.ofBytes(bytes);
            check.same("accepted", known.get("accepted").asBoolean(), true);
            check.sameAs(known, "mainnet", address.toString(AddressNetwork.MAINNET));
        } catch (AddressException refused) {
            check.same("accepted", known.get("accepted").asBoolean(), false);
            check.same("reason", reason(known), refused.reason());
        }
        byte[] cbor = new CborWriter().bytes(bytes).toByteArray();
        check.accepted("cborAccepted", known.get("cborAccepted").asBoolean(), CborException.class,
            () -> CborReader.readAll(cbor, Address::readFrom));
    }

    private static String reason(JsonNode known) {
        return known.get("reason").asText().replaceAll("(?<!^)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static void bigInt(CaseCheck check, JsonNode known) {
        BigInteger value = new BigInteger(known.get("value").asText());
        if (known.path("encodes").asBoolean(true)) {
            byte[] encoded = new CborWriter().bigInt(value).toByteArray();
            check.sameAs(known, "cbor", HexFormat.of().formatHex(encoded));
            check.same("decoded", value, CborReader.readAll(encoded, CborReader::bigInt));
        } else {
            check.accepted("encodes", false, CborException.class, () -> new CborWriter().bigInt(value));
        }
    }

    private static void bigIntReading(CaseCheck check, JsonNode known) {
        if (!known.has("cbor")) {
            bigInt(check, known);
            return;
        }
        byte[] encoded = hex(known, "cbor");
        check.accepted("accepted", known.get("accepted").asBoolean(), CborException.class, () -> new CborReader(encoded).bigInt());
        if (known.get("accepted").asBoolean()) {
            BigInteger value = new CborReader(encoded).bigInt();
            check.sameAs(known, "value", value);
            check.sameAs(known, "reencoded", HexFormat.of().formatHex(new CborWriter().bigInt(value).toByteArray()));
        }
    }

    private static void cids(JsonNode file, Verdicts verdicts) {
        int number = 0;
        for (JsonNode known : file.path("cids")) {
            String name = "cids/" + number++;
            if (known.get("what").asText().equals("version 0")) {
                verdicts.skipped(name, "CIDs of version 0 do not occur on chain and are refused");
                continue;
            }
            CaseCheck.judge(verdicts, name, check -> {
                Cid cid = Cid.ofBytes(hex(known, "bytes"));
                check.sameAs(known, "text", cid);
                check.same("parsed", cid, Cid.parse(known.get("text").asText()));
                byte[] encoded = new CborWriter().cid(cid).toByteArray();
                check.sameAs(known, "cbor", HexFormat.of().formatHex(encoded));
                check.same("decoded", cid, CborReader.readAll(encoded, CborReader::cid));
                check.same("parts", cid, Cid.of(cid.codec(), cid.hashFunction(), cid.digest()));
            });
        }
    }

    private static void filTexts(JsonNode file, Verdicts verdicts) {
        int number = 0;
        for (JsonNode known : file.path("filTexts")) {
            String name = "filTexts/" + number++;
            if (known.has("bytes")) {
                verdicts.skipped(name, "sizes are printed by the operator's tools");
                continue;
            }
            CaseCheck.judge(verdicts, name, check -> filText(check, known));
        }
    }

    private static void filText(CaseCheck check, JsonNode known) {
        if (!known.has("parse")) {
            TokenAmount amount = TokenAmount.ofAtto(known.get("atto").asText());
            check.sameAs(known, "text", amount);
            check.sameAs(known, "short", amount.toShortString());
            return;
        }
        String text = known.get("parse").asText();
        boolean accepted = known.get("accepted").asBoolean();
        check.accepted("accepted", accepted, IllegalArgumentException.class, () -> TokenAmount.parse(text));
        if (accepted) {
            check.sameAs(known, "atto", TokenAmount.parse(text).atto());
        }
    }

    private static void cborReading(CaseCheck check, JsonNode known) {
        CborReader.Decoder<? extends CborEncodable> decoder = switch (known.get("type").asText().split(" ")[0]) {
            case "BeaconEntry" -> BeaconEntry::readFrom;
            case "ElectionProof" -> ElectionProof::readFrom;
            case "Signature" -> Signature::readFrom;
            default -> throw new IllegalArgumentException("type " + known.get("type"));
        };
        byte[] encoded = hex(known, "cbor");
        boolean accepted = known.get("accepted").asBoolean();
        check.accepted("accepted", accepted, CborException.class, () -> decoder.readFrom(new CborReader(encoded)));
        if (accepted) {
            CborReader reader = new CborReader(encoded);
            check.sameAs(known, "reencoded", hex(decoder.readFrom(reader)));
            check.sameAs(known, "unread", encoded.length - reader.position());
        }
    }

    private static void exitCode(CaseCheck check, JsonNode known) {
        long code = known.get("code").asLong();
        check.sameAs(known, "text", ExitCode.describe(code));
        check.sameAs(known, "sendFailure", ExitCode.ofNumber(code).map(ExitCode::isSendFailure).orElse(false));
    }

    private static void sealProof(CaseCheck check, JsonNode known) {
        RegisteredSealProof proof = RegisteredSealProof.of(known.get("seal").asLong());
        check.sameAs(known, "sectorSize", proof.sectorSize().bytes());
        check.sameAs(known, "porepId", HexFormat.of().formatHex(proof.porepId()));
        check.sameAs(known, "winning", proof.winningPostProof().number());
        check.sameAs(known, "window", proof.windowPostProof().number());
        check.sameAs(known, "update", proof.updateProof().number());
        check.sameAs(known, "partitionSectors", proof.sectorSize().partitionSectors());
    }

    static byte[] hex(JsonNode known, String member) {
        return ByteString.ofHex(known.get(member).asText()).toArray();
    }

    static String hex(CborEncodable value) {
        return HexFormat.of().formatHex(value.toCbor());
    }
}
