package io.cairn.actors.view;

import io.cairn.actors.Wire;
import io.cairn.actors.chain.Head;
import io.cairn.persistence.miner.MinerState;
import java.util.Optional;

/**
 * A miner as a person may see it.
 *
 * @param head the newest head that the miner has heard of since it woke
 */
public record MinerView(long miner, MinerState state, Optional<Head> head) implements Wire {
}
