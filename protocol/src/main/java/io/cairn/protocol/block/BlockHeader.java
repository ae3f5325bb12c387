package io.cairn.protocol.block;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.signature.Signature;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A block header (lotus: chain/types/blockheader.go).
 *
 * @param miner ID address of the block's miner
 * @param beaconEntries beacon values since the parents' epoch
 * @param parents the parent tipset's blocks in its order
 * @param parentWeight weight of the chain up to the parents
 * @param height the epoch
 * @param parentStateRoot state after the parents' messages
 * @param messages CID of the {@link MessageMeta}
 * @param blsAggregate aggregate of the BLS messages' signatures; absent in the genesis block
 * @param timestamp seconds since 1970, unsigned
 * @param blockSignature by the miner's worker key; absent while it is being signed and in the genesis block
 */
public record BlockHeader(Address miner, Ticket ticket, ElectionProof electionProof, List<BeaconEntry> beaconEntries,
                          List<PostProof> winningPostProof, List<Cid> parents, BigInteger parentWeight, long height,
                          Cid parentStateRoot, Cid parentMessageReceipts, Cid messages, Optional<Signature> blsAggregate,
                          @Unsigned long timestamp, Optional<Signature> blockSignature, @Unsigned long forkSignaling,
                          TokenAmount parentBaseFee) implements CborTuple {

    public static BlockHeader readFrom(CborReader reader) {
        return CborTuple.read(BlockHeader.class, reader);
    }

    /** The identifier, over the header with its signature. */
    public Cid cid() {
        return Cid.ofDagCbor(toCbor());
    }

    /** What the worker key signs: the header without a signature. */
    public byte[] signingBytes() {
        return withSignature(Optional.empty()).toCbor();
    }

    public BlockHeader withSignature(Signature signature) {
        return withSignature(Optional.of(signature));
    }

    private BlockHeader withSignature(Optional<Signature> signature) {
        return new BlockHeader(miner, ticket, electionProof, beaconEntries, winningPostProof, parents, parentWeight, height,
            parentStateRoot, parentMessageReceipts, messages, blsAggregate, timestamp, signature, forkSignaling, parentBaseFee);
    }
}
