package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.actor.miner.MinerActor;
import io.cairn.devnet.beacon.Beacon;
import io.cairn.devnet.chain.WinCount;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.challenge.ReplicaId;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.hash.Blake2b;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Cases of elections, beacon rounds, proving periods and identifiers. */
final class ElectionRules {

    private static final HexFormat HEX = HexFormat.of();

    private ElectionRules() {
    }

    static void election(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        JsonNode out = testCase.path("out");
        PrivateKey worker = PrivateKey.of(SignatureType.BLS, bytes(in.path("privateKey")));
        byte[] beacon = bytes(in.path("beaconData"));
        byte[] entropy = Randomness.entropyOf(Address.parse(in.path("miner").asText()));
        byte[] parentTicket = bytes(in.path("parentTicket"));
        long round = in.path("round").asLong();
        byte[] electionDraw = Randomness.draw(beacon, DomainSeparationTag.ELECTION_PROOF_PRODUCTION, round, entropy);
        byte[] ticketDraw = Randomness.draw(beacon, DomainSeparationTag.TICKET_PRODUCTION, round - 1,
                ByteBuffer.allocate(entropy.length + parentTicket.length).put(entropy).put(parentTicket).array());
        byte[] electionProof = worker.sign(electionDraw).data().toArray();
        byte[] ticket = worker.sign(ticketDraw).data().toArray();
        outcome.expect("publicKey", in.path("publicKey"), HEX.formatHex(worker.publicKey().toArray()))
                .expect("electionRandomness", out.path("electionRandomness"), HEX.formatHex(electionDraw))
                .expect("electionVrf", out.path("electionVrf"), HEX.formatHex(electionProof))
                .expect("ticketRandomness", out.path("ticketRandomness"), HEX.formatHex(ticketDraw))
                .expect("ticketVrf", out.path("ticketVrf"), HEX.formatHex(ticket))
                .expect("ticketHash", out.path("ticketHash"), HEX.formatHex(Blake2b.digest256(ticket)))
                .expect("winningPoStRandomness", out.path("winningPoStRandomness"), HEX.formatHex(
                        Randomness.draw(beacon, DomainSeparationTag.WINNING_POST_CHALLENGE_SEED, round, entropy)))
                .expect("winCount", out.path("winCount"), WinCount.of(Blake2b.digest256(electionProof),
                        MoneyRules.integer(in.path("power")), MoneyRules.integer(in.path("totalPower"))));
    }

    static void beaconRound(JsonNode testCase, CaseOutcome outcome) {
        outcome.expect("out", testCase.path("out"), new Beacon(new byte[0]).roundOf(testCase.path("in").asLong()));
    }

    static void beaconEntries(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        Optional<List<BeaconEntry>> entries = new Beacon(new byte[0]).entriesFor(in.path("parentEpoch").asLong(), in.path("epoch").asLong());
        List<String> stated = new ArrayList<>();
        testCase.path("rounds").forEach(round -> stated.add(round.asText()));
        outcome.expectText("rounds", stated.toString(), entries.orElseThrow().stream().map(BeaconEntry::round).toList().toString());
    }

    static void provingPeriod(JsonNode testCase, CaseOutcome outcome) {
        long epoch = testCase.path("in").path("epoch").asLong();
        long start = MinerActor.periodStart(testCase.path("in").path("miner").asLong(), epoch);
        outcome.expect("provingPeriodStart", testCase.path("out").path("provingPeriodStart"), start)
                .expect("currentDeadline", testCase.path("out").path("currentDeadline"), (epoch - start) / NetworkPolicy.CHALLENGE_WINDOW);
    }

    static void identifiers(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        byte[] prover = ProverId.of(in.path("miner").asLong());
        outcome.expect("proverId", testCase.path("out").path("proverId"), HEX.formatHex(prover))
                .expect("replicaId", testCase.path("out").path("replicaId"), HEX.formatHex(ReplicaId.of(prover, in.path("sector").asLong(),
                        bytes(in.path("ticket")), bytes(in.path("commD")), RegisteredSealProof.of(in.path("sealProof").asLong()).porepId())));
    }

    private static byte[] bytes(JsonNode hex) {
        return HEX.parseHex(hex.asText());
    }
}
