package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the node runs.
 *
 * @param version    the software
 * @param apiVersion major, minor and patch of the API in 16, 8 and 8 bits
 * @param blockDelay seconds of an epoch
 * @param agent      the name it gives itself
 */
public record NodeVersion(String version, @JsonProperty("APIVersion") long apiVersion, long blockDelay, String agent) {
}
