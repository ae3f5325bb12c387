package io.cairn.devnet.chain;

import static io.cairn.devnet.chain.InvalidBlockException.require;

import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.Protocol;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.hash.Blake2b;
import io.cairn.protocol.ipld.MissingBlockException;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.signature.Signatures;
import io.cairn.protocol.signature.Vrf;
import java.util.List;

/**
 * The rules of a submitted block; nothing about it is taken on trust.
 *
 * <p>Source: lotus, chain/consensus/filcns/filecoin.go (ValidateBlock), chain/consensus/common.go.
 */
final class BlockValidation {

    private final Chain chain;
    private final BlockMessagesValidation messages;

    BlockValidation(Chain chain) {
        this.chain = chain;
        this.messages = new BlockMessagesValidation(chain);
    }

    /** Refuses a block with the first field that breaks a rule. */
    void check(BlockMessage block) {
        BlockHeader header = block.header();
        checkForm(header);
        Tipset parents = parents(header);
        checkPlace(header, parents);
        MiningBase base = miningBase(header, parents);
        checkElection(header, base);
        require(Signatures.verify(header.blockSignature().orElseThrow(), base.workerKey(), header.signingBytes()), "BlockSig",
                "not a signature over this header", "one by the worker " + base.workerKey());
        require(header.beaconEntries().equals(base.entries()), "BeaconEntries", header.beaconEntries(), base.entries());
        require(Vrf.verify(base.workerKey(), BlockDraws.ticket(base.newest(), header.miner(), header.height(), parents),
                header.ticket().vrfProof()), "Ticket", "not a proof for this epoch and parents", "one by the worker " + base.workerKey());
        checkWinningProof(header, base);
        checkResults(header, parents);
        messages.check(block, parents);
    }

    private static void checkForm(BlockHeader header) {
        require(header.miner().isDefined() && header.miner().protocol() == Protocol.ID, "Miner", header.miner(), "an ID address");
        require(header.ticket() != null, "Ticket", "null", "a VRF proof");
        require(header.electionProof() != null, "ElectionProof", "null", "a win count and a VRF proof");
        require(header.blockSignature().isPresent(), "BlockSig", "null", "the worker's signature");
        require(header.blsAggregate().isPresent(), "BLSAggregate", "null", "the aggregate of the BLS messages' signatures");
    }

    private Tipset parents(BlockHeader header) {
        try {
            return chain.index().load(new TipsetKey(header.parents()));
        } catch (MissingBlockException | CborException | IllegalArgumentException unknown) {
            throw new InvalidBlockException("Parents is " + header.parents() + ", expected a tipset of this chain: " + unknown.getMessage());
        }
    }

    private void checkPlace(BlockHeader header, Tipset parents) {
        long latest = chain.head().height() + 1;
        require(header.height() > parents.height() && header.height() <= latest, "Height", header.height(),
                (parents.height() + 1) + " to " + latest + ", the epoch after the head");
        require(header.height() >= chain.head().height() - chain.policy().chainFinality(), "Height", header.height(),
                "at most " + chain.policy().chainFinality() + " epochs below the head at " + chain.head().height());
        long timestamp = parents.timestamp() + chain.policy().blockDelaySeconds() * (header.height() - parents.height());
        require(header.timestamp() == timestamp, "Timestamp", header.timestamp(), timestamp);
        require(header.parentWeight().equals(chain.weight(parents)), "ParentWeight", header.parentWeight(), chain.weight(parents));
    }

    private MiningBase miningBase(BlockHeader header, Tipset parents) {
        try {
            MiningBase base = MiningBase.of(chain, header.miner(), header.height(), parents)
                    .orElseThrow(() -> new InvalidBlockException("Miner is " + header.miner() + ", expected one that had active sectors "
                            + chain.policy().winningLookback() + " epochs before epoch " + header.height()));
            require(base.eligible(), "Miner", header.miner(), "a miner with power, without fee debt and consensus fault");
            return base;
        } catch (IllegalArgumentException unknown) {
            throw new InvalidBlockException("Miner is " + header.miner() + ", expected a miner that may mine: " + unknown.getMessage());
        }
    }

    private static void checkElection(BlockHeader header, MiningBase base) {
        byte[] draw = BlockDraws.election(base.newest(), header.miner(), header.height());
        require(Vrf.verify(base.workerKey(), draw, header.electionProof().vrfProof()), "ElectionProof.VRFProof",
                "not a proof for epoch " + header.height(), "one by the worker " + base.workerKey());
        int wins = WinCount.of(Blake2b.digest256(header.electionProof().vrfProof().toArray()), base.minerPower(), base.networkPower());
        require(wins >= 1, "ElectionProof", "a proof that wins " + wins + " times", "at least one win");
        require(header.electionProof().winCount() == wins, "ElectionProof.WinCount", header.electionProof().winCount(), wins);
    }

    private void checkWinningProof(BlockHeader header, MiningBase base) {
        List<PostProof> proofs = header.winningPostProof();
        require(proofs.size() == 1, "WinPoStProof", proofs.size() + " proofs", "exactly one");
        PostProof proof = proofs.getFirst();
        require(proof.postProof() == base.winningProof(), "WinPoStProof.PoStProof", proof.postProof(), base.winningProof());
        Address miner = header.miner();
        List<ProofVerifier.ChallengedSector> sectors = base.challenged().stream().map(sector -> new ProofVerifier.ChallengedSector(
                sector.sealProof(), sector.number(), sector.sealedCid())).toList();
        boolean proven = chain.verifier().verifyWinning(new ProofVerifier.SpaceTime(proof.postProof().number(), miner.id(),
                BlockDraws.winning(base.newest(), miner, header.height()), sectors, proof.proofBytes().toArray()));
        require(proven, "WinPoStProof.ProofBytes", "not a proof of the challenged sectors",
                "one of sectors " + sectors.stream().map(ProofVerifier.ChallengedSector::sector).toList());
    }

    private void checkResults(BlockHeader header, Tipset parents) {
        var baseFee = chain.baseFees().after(parents);
        require(header.parentBaseFee().equals(baseFee), "ParentBaseFee", header.parentBaseFee().atto(), baseFee.atto());
        Executor.Executed executed = chain.executor().execute(parents);
        require(header.parentStateRoot().equals(executed.stateRoot()), "ParentStateRoot", header.parentStateRoot(), executed.stateRoot());
        require(header.parentMessageReceipts().equals(executed.receiptsRoot()), "ParentMessageReceipts",
                header.parentMessageReceipts(), executed.receiptsRoot());
    }
}
