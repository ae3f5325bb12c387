package io.cairn.devnet.actor.miner;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Window proofs. Every proof is verified when it is submitted: the network would store most of them unverified and leave a bad one to
 * a dispute; here a bad one is refused at once with exit code 16.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs (submit_windowed_post).
 */
final class WindowProofs {

    private static final int BYTES_PER_PARTITION = 192;
    private static final int RANDOMNESS_BYTES = 32;
    private static final int MOST_PARAMETER_BYTES = 1 << 20;
    private static final long TICKET_TAG = 9;
    private static final long CHALLENGE_TAG = 4;

    private record Post(long partition, BitField skipped) { }

    private record Submission(int deadline, List<Post> posts, int proofType, byte[] proof, byte[] proofs, long commitEpoch, byte[] commitRandomness) {

        static Submission readFrom(byte[] params) {
            CborReader r = new CborReader(params);
            r.tuple(5);
            long deadline = r.unsigned();
            List<Post> posts = new ArrayList<>();
            int count = r.array();
            for (int i = 0; i < count; i++) {
                r.tuple(2);
                posts.add(new Post(r.unsigned(), BitField.readFrom(r)));
            }
            byte[] proofs = r.raw();
            CborReader p = new CborReader(proofs);
            int proofCount = p.array();
            ActorAbort.require(proofCount == 1, ExitCode.ILLEGAL_ARGUMENT, proofCount + " proofs, expected exactly one");
            p.tuple(2);
            int type = (int) p.integer();
            byte[] proof = p.bytes(MOST_PARAMETER_BYTES);
            ActorAbort.require(deadline < NetworkPolicy.DEADLINES, ExitCode.ILLEGAL_ARGUMENT, "deadline " + deadline + " is out of range");
            long commitEpoch = r.integer();
            byte[] commitRandomness = r.bytes(MOST_PARAMETER_BYTES);
            ActorAbort.require(commitRandomness.length <= RANDOMNESS_BYTES, ExitCode.ILLEGAL_ARGUMENT,
                    "chain commit randomness has " + commitRandomness.length + " bytes, expected " + RANDOMNESS_BYTES);
            return new Submission((int) deadline, posts, type, proof, proofs, commitEpoch, commitRandomness);
        }
    }

    private WindowProofs() {
    }

    static byte[] submit(Invocation call, byte[] params) {
        Submission submission = Submission.readFrom(params);
        MinerState state = MinerActor.state(call);
        MinerActor.requireControl(call, state);
        Window window = state.windowAt(call.epoch());
        check(call, state, submission, window);
        Sectors all = state.sectors();
        Deadline deadline = state.deadline(submission.deadline());
        PowerPair claim = PowerPair.ZERO;
        BitField ignored = BitField.EMPTY;
        BitField proven = BitField.EMPTY;
        BitField indexes = BitField.EMPTY;
        for (Post post : submission.posts()) {
            ActorAbort.require(!indexes.contains(post.partition()) && !deadline.posted().contains(post.partition()),
                    ExitCode.ILLEGAL_ARGUMENT, "partition " + post.partition() + " was posted already");
            claim = claim.plus(deadline.recordProof(post.partition(), post.skipped(), all, window.last() + NetworkPolicy.FAULT_MAX_AGE,
                    state.quantization(submission.deadline())).claim());
            Partition partition = deadline.partition(post.partition());
            proven = proven.union(partition.sectors());
            ignored = ignored.union(partition.faults()).union(partition.terminated);
            indexes = indexes.union(BitField.of(post.partition()));
        }
        ActorAbort.require(!proven.minus(ignored).isEmpty(), ExitCode.ILLEGAL_ARGUMENT, "no sector is left to prove");
        verify(call, submission, window, challenged(all, proven, ignored));
        deadline.keep(indexes, submission.proofs());
        MinerActor.save(call, state);
        MinerMoney.changePower(call, claim);
        return ActorCode.NOTHING;
    }

    private static void check(Invocation call, MinerState state, Submission submission, Window window) {
        MinerProfile profile = state.profile();
        int partitions = submission.posts().size();
        require(submission.proofType() == profile.postProof(), "proof type is " + submission.proofType() + ", expected " + profile.postProof());
        require(partitions > 0 && partitions <= NetworkPolicy.MOST_POSTED_PARTITIONS, partitions + " partitions, expected 1 to 3");
        require(submission.proof().length <= BYTES_PER_PARTITION * partitions, "proof has " + submission.proof().length + " bytes");
        ActorAbort.require(window.isOpen(), ExitCode.ILLEGAL_STATE, "no window is open at epoch " + call.epoch());
        require(submission.deadline() == window.index(), "deadline is " + submission.deadline() + ", the open one is " + window.index());
        require(submission.commitEpoch() >= window.challenge() && submission.commitEpoch() < call.epoch(),
                "chain commit epoch is " + submission.commitEpoch() + ", expected " + window.challenge() + " to " + (call.epoch() - 1));
        byte[] expected = call.randomnessFromTickets(TICKET_TAG, submission.commitEpoch(), new byte[0]);
        require(Arrays.equals(expected, submission.commitRandomness()), "chain commit randomness does not match epoch " + submission.commitEpoch());
    }

    private static List<SectorInfo> challenged(Sectors all, BitField numbers, BitField ignored) {
        SectorInfo good = all.find(numbers.minus(ignored).first()).orElseThrow();
        return numbers.stream().mapToObj(number -> ignored.contains(number) ? good : all.find(number).orElseThrow()).toList();
    }

    private static void verify(Invocation call, Submission submission, Window window, List<SectorInfo> sectors) {
        byte[] randomness = call.randomnessFromBeacon(CHALLENGE_TAG, window.challenge(), MinerActor.entropy(call.receiver()));
        List<ProofVerifier.ChallengedSector> challenged = sectors.stream()
                .map(sector -> new ProofVerifier.ChallengedSector(sector.sealProof(), sector.number(), sector.sealedCid())).toList();
        call.charge(GasPrices.windowProof(challenged.size()));
        require(call.verifier().verifyWindow(new ProofVerifier.SpaceTime(submission.proofType(), call.receiver(), randomness, challenged,
                submission.proof())), "window proof of deadline " + window.index() + " is invalid");
    }

    private static void require(boolean holds, String message) {
        ActorAbort.require(holds, ExitCode.ILLEGAL_ARGUMENT, message);
    }
}
