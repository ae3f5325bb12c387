package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import java.time.Duration;
import java.util.List;

/** The message pool's settings. */
public record MpoolConfig(List<Address> priorityAddrs, long sizeLimitHigh, long sizeLimitLow, double replaceByFeeRatio,
                          Duration pruneCooldown, double gasLimitOverestimation) {

    public MpoolConfig {
        priorityAddrs = Lists.copy(priorityAddrs);
    }
}
