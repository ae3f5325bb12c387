package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.DealProposal;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressNetwork;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.MessageMeta;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.InclusionRules;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.SignatureType;
import io.cairn.protocol.signature.Signatures;
import io.cairn.protocol.state.Actor;
import io.cairn.protocol.state.StateRoot;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Judges keys, signatures, messages, block headers, tipset keys, deal proposals and the small types of the chain. */
public final class MessagesJudge implements Judge {

    private static final Map<String, CborReader.Decoder<? extends CborEncodable>> CHAIN_TYPES = Map.of(
        "Ticket", Ticket::readFrom, "ElectionProof", ElectionProof::readFrom, "BeaconEntry", BeaconEntry::readFrom,
        "MsgMeta", MessageMeta::readFrom, "BlockMsg", BlockMessage::readFrom, "MessageReceipt", MessageReceipt::readFrom,
        "Actor", Actor::readFrom, "StateRoot", StateRoot::readFrom);

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("signatures") && file.has("blsAggregates") && file.has("blockInclusion");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        ScalarsJudge.each(file, "signatures", verdicts, MessagesJudge::signature);
        ScalarsJudge.each(file, "blsAggregates", verdicts, MessagesJudge::aggregate);
        ScalarsJudge.each(file, "messages", verdicts, MessagesJudge::message);
        ScalarsJudge.each(file, "delegatedMessages", verdicts, MessagesJudge::delegatedMessage);
        ScalarsJudge.each(file, "blockInclusion", verdicts, MessagesJudge::inclusion);
        ScalarsJudge.each(file, "effectivePremiums", verdicts, MessagesJudge::premium);
        headers(file, verdicts);
        ScalarsJudge.each(file, "tipSets", verdicts, MessagesJudge::tipset);
        ScalarsJudge.each(file, "dealProposals", verdicts, MessagesJudge::deal);
        keys(file, verdicts);
        chainTypes(file, verdicts);
        int vouchers = file.path("vouchers").size();
        for (int i = 0; i < vouchers; i++) {
            verdicts.skipped("vouchers/" + i, "Cairn has no payment channels");
        }
    }

    private static void keys(JsonNode file, Verdicts verdicts) {
        int number = 0;
        for (JsonNode known : file.path("keys")) {
            String name = "keys/" + number++;
            if (known.get("type").asText().equals("delegated")) {
                verdicts.skipped(name, "delegated keys are held by Ethereum wallets");
                continue;
            }
            CaseCheck.judge(verdicts, name, check -> {
                PrivateKey key = key(known);
                check.sameAs(known, "publicKey", key.publicKey());
                check.sameAs(known, "address", key.address().toString(AddressNetwork.MAINNET));
                check.sameAs(known, "privateKey", HexFormat.of().formatHex(key.secret()));
            });
        }
    }

    private static PrivateKey key(JsonNode known) {
        String type = known.has("type") ? known.get("type").asText() : known.get("keyType").asText();
        return PrivateKey.of(type.equals("bls") ? SignatureType.BLS : SignatureType.SECP256K1, ScalarsJudge.hex(known, "privateKey"));
    }

    private static void signature(CaseCheck check, JsonNode known) {
        Signature signature = CborReader.readAll(ScalarsJudge.hex(known, "cbor"), Signature::readFrom);
        Address signer = Address.parse(known.get("address").asText());
        byte[] message = ScalarsJudge.hex(known, "message");
        check.sameAs(known, "signature", signature.data());
        check.sameAs(known, "cbor", ScalarsJudge.hex(signature));
        new LotusForm(check, AddressNetwork.MAINNET).same("json", known.get("json"), signature);
        check.same("verified", true, Signatures.verify(signature, signer, message));
        Signature wrong = new Signature(signature.type(), ByteString.ofHex(known.get("wrongSignature").asText()));
        check.same("wrong signature verified", false, Signatures.verify(wrong, signer, message));
        switch (signature.type()) {
            case BLS -> check.same("signed", signature, key(known).sign(message));
            case SECP256K1 -> check.same("own verified", true, Signatures.verify(key(known).sign(message), signer, message));
            case DELEGATED -> {
            }
        }
    }

    private static void aggregate(CaseCheck check, JsonNode known) {
        List<Address> signers = known.get("publicKeys").valueStream().map(key -> Address.ofBlsKey(bytes(key))).toList();
        List<byte[]> messages = known.get("messages").valueStream().map(MessagesJudge::bytes).toList();
        List<Signature> signatures = known.get("signatures").valueStream()
            .map(data -> Signature.of(SignatureType.BLS, bytes(data))).toList();
        Signature aggregate = Signatures.aggregate(signatures);
        check.sameAs(known, "aggregate", aggregate.data());
        check.same("verified", true, Signatures.verifyAggregate(aggregate, signers, messages));
        if (signers.size() > 1) {
            check.same("reversed verified", false, Signatures.verifyAggregate(aggregate, signers, messages.reversed()));
        }
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }

    private static void message(CaseCheck check, JsonNode known) {
        SignedMessage signed = signedMessage(check, known);
        Message message = signed.message();
        check.sameAs(known, "signingBytes", HexFormat.of().formatHex(message.signingBytes()));
        check.sameAs(known, "requiredFunds", message.requiredFunds().atto());
        check.sameAs(known, "chainLength", signed.chainLength());
        check.sameAs(known, "messageChainLength", message.toCbor().length);
        check.same("verified", true, Signatures.verify(signed, key(known).address()));
        if (signed.isBls()) {
            check.same("signed", signed, Signatures.sign(key(known), message));
        }
    }

    private static void delegatedMessage(CaseCheck check, JsonNode known) {
        SignedMessage signed = signedMessage(check, known);
        check.same("transaction verified", true,
            Signatures.verify(signed.signature(), signed.message().from(), ScalarsJudge.hex(known, "signingBytes")));
    }

    private static SignedMessage signedMessage(CaseCheck check, JsonNode known) {
        Message message = CborReader.readAll(ScalarsJudge.hex(known, "cbor"), Message::readFrom);
        check.sameAs(known, "cbor", ScalarsJudge.hex(message));
        check.sameAs(known, "cid", message.cid());
        new LotusForm(check, AddressNetwork.MAINNET).same("json", known.get("json"), message);
        SignedMessage signed = CborReader.readAll(ScalarsJudge.hex(known, "signedCbor"), SignedMessage::readFrom);
        check.same("message", message, signed.message());
        check.sameAs(known, "signedCbor", ScalarsJudge.hex(signed));
        check.sameAs(known, "signedCid", signed.cid());
        return signed;
    }

    private static void inclusion(CaseCheck check, JsonNode known) {
        JsonNode json = known.get("message");
        Message message = new Message(json.get("Version").asLong(), Address.parse(json.get("To").asText()),
            Address.parse(json.get("From").asText()), json.get("Nonce").asLong(), amount(json, "Value"), json.get("GasLimit").asLong(),
            amount(json, "GasFeeCap"), amount(json, "GasPremium"), json.get("Method").asLong(),
            json.get("Params").isNull() ? ByteString.EMPTY : ByteString.ofBase64(json.get("Params").asText()));
        check.sameAs(json.path("CID"), "/", message.cid());
        check.accepted("valid", known.get("valid").asBoolean(), IllegalArgumentException.class,
            () -> InclusionRules.check(message, known.get("minGas").asLong()));
    }

    private static void premium(CaseCheck check, JsonNode known) {
        Message message = Message.of(Address.ofId(0), Address.ofId(0), TokenAmount.ZERO, 0, new byte[0])
            .withGas(1, amount(known, "feeCap"), amount(known, "premium"));
        check.sameAs(known, "effective", message.effectivePremium(amount(known, "baseFee")).atto());
    }

    private static TokenAmount amount(JsonNode known, String member) {
        return TokenAmount.ofAtto(known.get(member).asText());
    }

    private static void headers(JsonNode file, Verdicts verdicts) {
        int number = 0;
        for (JsonNode known : file.path("blockHeaders")) {
            String name = "blockHeaders/" + number++;
            if (known.path("json").path("Ticket").isNull()) {
                verdicts.skipped(name, "a header without a ticket is refused when read");
            } else {
                CaseCheck.judge(verdicts, name, check -> header(check, known));
            }
        }
    }

    private static void header(CaseCheck check, JsonNode known) {
        BlockHeader header = CborReader.readAll(ScalarsJudge.hex(known, "cbor"), BlockHeader::readFrom);
        check.sameAs(known, "cbor", ScalarsJudge.hex(header));
        check.sameAs(known, "cid", header.cid());
        check.sameAs(known, "ticketHash", HexFormat.of().formatHex(header.ticket().hash()));
        check.sameAs(known, "signingBytes", HexFormat.of().formatHex(header.signingBytes()));
        new LotusForm(check, AddressNetwork.MAINNET).same("json", known.get("json"), header);
        if (known.has("worker")) {
            check.same("verified", true, Signatures.verify(header.blockSignature().orElseThrow(),
                Address.parse(known.get("worker").asText()), header.signingBytes()));
        }
    }

    private static void tipset(CaseCheck check, JsonNode known) {
        TipsetKey key = new TipsetKey(known.get("keyJson").valueStream().map(cid -> Cid.parse(cid.get("/").asText())).toList());
        check.sameAs(known, "keyBytes", HexFormat.of().formatHex(key.bytes()));
        check.sameAs(known, "keyCbor", ScalarsJudge.hex(key));
        check.sameAs(known, "keyCid", key.cid());
        check.same("decoded", key, TipsetKey.ofBytes(ScalarsJudge.hex(known, "keyBytes")));
    }

    private static void deal(CaseCheck check, JsonNode known) {
        DealProposal proposal = CborReader.readAll(ScalarsJudge.hex(known, "proposalCbor"), DealProposal::readFrom);
        check.sameAs(known, "proposalCbor", ScalarsJudge.hex(proposal));
        check.sameAs(known, "proposalCid", Cid.ofDagCbor(proposal.toCbor()));
        ClientDealProposal signed = CborReader.readAll(ScalarsJudge.hex(known, "signedCbor"), ClientDealProposal::readFrom);
        check.same("proposal", proposal, signed.proposal());
        check.sameAs(known, "signedCbor", ScalarsJudge.hex(signed));
        check.same("verified", true, Signatures.verify(signed.clientSignature(), key(known).address(), proposal.toCbor()));
        new LotusForm(check, AddressNetwork.MAINNET).same("json", known.get("json"), signed);
    }

    private static void chainTypes(JsonNode file, Verdicts verdicts) {
        int number = 0;
        for (JsonNode known : file.path("chainTypes")) {
            String name = "chainTypes/" + number++ + " " + known.get("type").asText();
            if (known.path("json").path("Header").path("Ticket").isNull()) {
                verdicts.skipped(name, "a header without a ticket is refused when read");
                continue;
            }
            if (name.endsWith("MessageReceipt") && known.get("cbor").asText().startsWith("83")) {
                verdicts.skipped(name, "receipts without an events root ended with network version 18");
                continue;
            }
            CaseCheck.judge(verdicts, name, check -> {
                CborEncodable value = CborReader.readAll(ScalarsJudge.hex(known, "cbor"), CHAIN_TYPES.get(known.get("type").asText())::readFrom);
                check.sameAs(known, "cbor", ScalarsJudge.hex(value));
                check.sameAs(known, "cid", Cid.ofDagCbor(value.toCbor()));
                new LotusForm(check, AddressNetwork.MAINNET).same("json", known.get("json"), value);
            });
        }
    }
}
