package io.cairn.actors.sender;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses pay for what (lotus: storage/ctladdr/addresses.go). Window proofs are paid by the miner's control
 * addresses on chain that no list here names.
 *
 * @param preCommit      addresses for pre-commitments, in text form, the first with enough money is taken
 * @param commit         addresses for commitments
 * @param dealPublish    addresses for the publication of deals
 * @param workerFallback whether the worker pays when none of them can
 * @param ownerFallback  whether the owner pays when the worker cannot either
 */
public record AddressPolicy(List<String> preCommit, List<String> commit, List<String> dealPublish, boolean workerFallback,
                            boolean ownerFallback) {
    public AddressPolicy {
        preCommit = List.copyOf(preCommit);
        commit = List.copyOf(commit);
        dealPublish = List.copyOf(dealPublish);
    }

    /** No addresses but those on chain, worker and owner behind them. */
    public static AddressPolicy standard() {
        return new AddressPolicy(List.of(), List.of(), List.of(), true, true);
    }

    /** The addresses of a purpose that is not served by the remaining ones. */
    List<String> named(Purpose purpose) {
        return switch (purpose) {
            case PRE_COMMIT -> preCommit;
            case COMMIT -> commit;
            case DEAL_PUBLISH -> dealPublish;
            case WINDOW_PROOF -> List.of();
        };
    }

    /** All addresses that a list names. */
    List<String> named() {
        return Stream.of(preCommit, commit, dealPublish).flatMap(List::stream).distinct().toList();
    }
}
