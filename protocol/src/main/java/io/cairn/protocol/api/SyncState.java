package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What the node is syncing.
 *
 * @param activeSyncs one entry for each worker
 * @param vmApplied   messages executed since the node started
 */
public record SyncState(List<ActiveSync> activeSyncs, @JsonProperty("VMApplied") long vmApplied) {

    public SyncState {
        activeSyncs = Lists.copy(activeSyncs);
    }

    /**
     * One worker's way to a tipset.
     *
     * @param workerId the worker's number
     * @param base     where it started
     * @param target   where it is going
     * @param stage    0 idle, 1 headers, 2 persisting headers, 3 messages, 4 complete, 5 error, 6 fetching messages
     * @param height   epoch reached
     * @param start    when it started, RFC 3339
     * @param end      when it ended, RFC 3339
     * @param message  the error, if any
     */
    public record ActiveSync(
            @JsonProperty("WorkerID") long workerId,
            Optional<Tipset> base,
            Optional<Tipset> target,
            int stage,
            long height,
            String start,
            String end,
            String message) {
    }
}
