package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.util.List;
import java.util.Optional;

/** A miner's identity: addresses, peer, proof type, sector size. */
public record MinerInfo(Address owner, Address worker, List<Address> controlAddresses,
                        Optional<WorkerKeyChange> pendingWorkerKey, ByteString peerId,
                        List<ByteString> multiaddrs, RegisteredPostProof windowPostProofType,
                        @Unsigned long sectorSize, @Unsigned long windowPostPartitionSectors,
                        long consensusFaultElapsed, Optional<Address> pendingOwnerAddress, Address beneficiary,
                        BeneficiaryTerm beneficiaryTerm,
                        Optional<PendingBeneficiaryChange> pendingBeneficiaryTerm) implements CborTuple {

    public static MinerInfo readFrom(CborReader reader) {
        return CborTuple.read(MinerInfo.class, reader);
    }
}
