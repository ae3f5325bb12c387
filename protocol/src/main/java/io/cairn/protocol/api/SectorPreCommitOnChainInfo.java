package io.cairn.protocol.api;

import io.cairn.protocol.money.TokenAmount;

/** A sector waiting for its proof: what was promised, the deposit for it, and the epoch of the precommit. */
public record SectorPreCommitOnChainInfo(SectorPreCommitInfo info, TokenAmount preCommitDeposit, long preCommitEpoch) {
}
