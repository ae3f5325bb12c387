package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.money.TokenAmount;
import java.util.List;
import java.util.Optional;

/**
 * A miner's identity. Source: lotus: api/types.go (MinerInfo); builtin-actors: actors/miner/src/types.rs.
 *
 * @param owner                      the owner's ID address
 * @param worker                     the worker's ID address
 * @param newWorker                  the worker to come, undefined for none
 * @param controlAddresses           ID addresses that may send messages of the proving cycle
 * @param workerChangeEpoch          from when the new worker may be confirmed, -1 for none
 * @param peerId                     the libp2p identity in text form
 * @param multiaddrs                 binary multiaddrs
 * @param windowPoStProofType        wire number of the registered proof
 * @param sectorSize                 bytes
 * @param windowPoStPartitionSectors sectors of a full partition
 * @param consensusFaultElapsed      the epoch at which a consensus fault's lock ends, -1 for none
 * @param pendingOwnerAddress        the owner to come
 * @param beneficiary                who withdraws
 * @param beneficiaryTerm            how much and until when the beneficiary withdraws
 * @param pendingBeneficiaryTerm     a beneficiary change waiting for approval
 */
public record MinerInfo(
        Address owner,
        Address worker,
        Address newWorker,
        List<Address> controlAddresses,
        long workerChangeEpoch,
        Optional<String> peerId,
        List<ByteString> multiaddrs,
        long windowPoStProofType,
        long sectorSize,
        long windowPoStPartitionSectors,
        long consensusFaultElapsed,
        Optional<Address> pendingOwnerAddress,
        Address beneficiary,
        Optional<BeneficiaryTerm> beneficiaryTerm,
        Optional<PendingBeneficiaryTerm> pendingBeneficiaryTerm) {

    public MinerInfo {
        controlAddresses = Lists.copy(controlAddresses);
        multiaddrs = Lists.copy(multiaddrs);
    }

    /** What a beneficiary may take: at most the quota, until the expiration epoch. */
    public record BeneficiaryTerm(TokenAmount quota, TokenAmount usedQuota, long expiration) {
    }

    /** A proposed beneficiary and who has agreed. */
    public record PendingBeneficiaryTerm(Address newBeneficiary, TokenAmount newQuota, long newExpiration,
                                         boolean approvedByBeneficiary, boolean approvedByNominee) {
    }
}
