package io.cairn.protocol.actor.miner;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.actor.power.MinerConstructorParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** The methods of the miner actor (go-state-types: builtin/v18/methods.go). */
public enum MinerMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, MinerConstructorParams.class, Void.class),
    CONTROL_ADDRESSES("ControlAddresses", 2L, Void.class, GetControlAddressesReturn.class),
    CHANGE_WORKER_ADDRESS("ChangeWorkerAddress", 3L, ChangeWorkerAddressParams.class, Void.class),
    CHANGE_PEER_ID("ChangePeerID", 4L, ChangePeerIDParams.class, Void.class),
    SUBMIT_WINDOWED_POST("SubmitWindowedPoSt", 5L, SubmitWindowedPoStParams.class, Void.class),
    PRE_COMMIT_SECTOR("PreCommitSector", 6L, PreCommitSectorParams.class, Void.class),
    PROVE_COMMIT_SECTOR("ProveCommitSector", 7L, ProveCommitSectorParams.class, Void.class),
    EXTEND_SECTOR_EXPIRATION("ExtendSectorExpiration", 8L, ExtendSectorExpirationParams.class, Void.class),
    TERMINATE_SECTORS("TerminateSectors", 9L, TerminateSectorsParams.class, TerminateSectorsReturn.class),
    DECLARE_FAULTS("DeclareFaults", 10L, DeclareFaultsParams.class, Void.class),
    DECLARE_FAULTS_RECOVERED("DeclareFaultsRecovered", 11L, DeclareFaultsRecoveredParams.class, Void.class),
    ON_DEFERRED_CRON_EVENT("OnDeferredCronEvent", 12L, DeferredCronEventParams.class, Void.class),
    CHECK_SECTOR_PROVEN("CheckSectorProven", 13L, CheckSectorProvenParams.class, Void.class),
    APPLY_REWARDS("ApplyRewards", 14L, ApplyRewardsParams.class, Void.class),
    REPORT_CONSENSUS_FAULT("ReportConsensusFault", 15L, ReportConsensusFaultParams.class, Void.class),
    WITHDRAW_BALANCE("WithdrawBalance", 16L, WithdrawBalanceParams.class, TokenAmount.class),
    INTERNAL_SECTOR_SETUP_FOR_PRESEAL("InternalSectorSetupForPreseal", 17L, InternalSectorSetupForPresealParams.class, Void.class),
    CHANGE_MULTIADDRS("ChangeMultiaddrs", 18L, ChangeMultiaddrsParams.class, Void.class),
    COMPACT_PARTITIONS("CompactPartitions", 19L, CompactPartitionsParams.class, Void.class),
    COMPACT_SECTOR_NUMBERS("CompactSectorNumbers", 20L, CompactSectorNumbersParams.class, Void.class),
    CONFIRM_CHANGE_WORKER_ADDRESS("ConfirmChangeWorkerAddress", 21L, Void.class, Void.class),
    REPAY_DEBT("RepayDebt", 22L, Void.class, Void.class),
    CHANGE_OWNER_ADDRESS("ChangeOwnerAddress", 23L, Address.class, Void.class),
    DISPUTE_WINDOWED_POST("DisputeWindowedPoSt", 24L, DisputeWindowedPoStParams.class, Void.class),
    PRE_COMMIT_SECTOR_BATCH("PreCommitSectorBatch", 25L, PreCommitSectorBatchParams.class, Void.class),
    PROVE_COMMIT_AGGREGATE("ProveCommitAggregate", 26L, ProveCommitAggregateParams.class, Void.class),
    PROVE_REPLICA_UPDATES("ProveReplicaUpdates", 27L, ProveReplicaUpdatesParams.class, BitField.class),
    PRE_COMMIT_SECTOR_BATCH2("PreCommitSectorBatch2", 28L, PreCommitSectorBatch2Params.class, Void.class),
    PROVE_REPLICA_UPDATES2("ProveReplicaUpdates2", 29L, ProveReplicaUpdates2Params.class, BitField.class),
    CHANGE_BENEFICIARY("ChangeBeneficiary", 30L, ChangeBeneficiaryParams.class, Void.class),
    GET_BENEFICIARY("GetBeneficiary", 31L, Void.class, GetBeneficiaryReturn.class),
    EXTEND_SECTOR_EXPIRATION2("ExtendSectorExpiration2", 32L, ExtendSectorExpiration2Params.class, Void.class),
    PROVE_COMMIT_SECTORS3("ProveCommitSectors3", 34L, ProveCommitSectors3Params.class, BatchReturn.class),
    PROVE_REPLICA_UPDATES3("ProveReplicaUpdates3", 35L, ProveReplicaUpdates3Params.class, BatchReturn.class),
    PROVE_COMMIT_SECTORS_NI("ProveCommitSectorsNI", 36L, ProveCommitSectorsNIParams.class, Void.class),
    IS_CONTROLLING_ADDRESS_EXPORTED("IsControllingAddressExported", 348244887L, Address.class, Boolean.class),
    CHANGE_OWNER_ADDRESS_EXPORTED("ChangeOwnerAddressExported", 1010589339L, Address.class, Void.class),
    CHANGE_MULTIADDRS_EXPORTED("ChangeMultiaddrsExported", 1063480576L, ChangeMultiaddrsParams.class, Void.class),
    CHANGE_PEER_ID_EXPORTED("ChangePeerIDExported", 1236548004L, ChangePeerIDParams.class, Void.class),
    GENERATE_SECTOR_LOCATION_EXPORTED("GenerateSectorLocationExported", 1321604665L, GenerateSectorLocationParams.class, GenerateSectorLocationReturn.class),
    GET_MULTIADDRS_EXPORTED("GetMultiaddrsExported", 1332909407L, Void.class, GetMultiAddrsReturn.class),
    CHANGE_BENEFICIARY_EXPORTED("ChangeBeneficiaryExported", 1570634796L, ChangeBeneficiaryParams.class, Void.class),
    GET_VESTING_FUNDS_EXPORTED("GetVestingFundsExported", 1726876304L, Void.class, VestingFunds.class),
    WITHDRAW_BALANCE_EXPORTED("WithdrawBalanceExported", 2280458852L, WithdrawBalanceParams.class, TokenAmount.class),
    CONFIRM_CHANGE_WORKER_ADDRESS_EXPORTED("ConfirmChangeWorkerAddressExported", 2354970453L, Void.class, Void.class),
    GET_PEER_ID_EXPORTED("GetPeerIDExported", 2812875329L, Void.class, GetPeerIDReturn.class),
    GET_NOMINAL_SECTOR_EXPIRATION_EXPORTED("GetNominalSectorExpirationExported", 3010055991L, Long.class, Long.class),
    VALIDATE_SECTOR_STATUS_EXPORTED("ValidateSectorStatusExported", 3092458564L, ValidateSectorStatusParams.class, Boolean.class),
    INITIAL_PLEDGE_EXPORTED("InitialPledgeExported", 3180523767L, Void.class, TokenAmount.class),
    GET_OWNER_EXPORTED("GetOwnerExported", 3275365574L, Void.class, GetOwnerReturn.class),
    CHANGE_WORKER_ADDRESS_EXPORTED("ChangeWorkerAddressExported", 3302309124L, ChangeWorkerAddressParams.class, Void.class),
    REPAY_DEBT_EXPORTED("RepayDebtExported", 3665352697L, Void.class, Void.class),
    GET_SECTOR_SIZE_EXPORTED("GetSectorSizeExported", 3858292296L, Void.class, Long.class),
    GET_AVAILABLE_BALANCE_EXPORTED("GetAvailableBalanceExported", 4026106874L, Void.class, TokenAmount.class),
    MAX_TERMINATION_FEE_EXPORTED("MaxTerminationFeeExported", 4127382196L, MaxTerminationFeeParams.class, TokenAmount.class),
    GET_BENEFICIARY_EXPORTED("GetBeneficiaryExported", 4158972569L, Void.class, GetBeneficiaryReturn.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    MinerMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<MinerMethod> ofNumber(long number) {
        return ActorMethod.find(values(), number);
    }

    @Override
    public String methodName() {
        return methodName;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Class<?> params() {
        return params;
    }

    @Override
    public Class<?> returns() {
        return returns;
    }
}
