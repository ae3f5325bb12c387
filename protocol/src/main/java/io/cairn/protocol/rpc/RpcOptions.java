package io.cairn.protocol.rpc;

import java.time.Duration;

/**
 * Limits of a client.
 *
 * @param apiVersion     the path of the API, {@code v0} or {@code v1}
 * @param connectTimeout how long a dial may take, and how long a call waits for a connection being made
 * @param callTimeout    how long an ordinary call may take
 * @param waitTimeout    how long a call may take that waits for the chain, such as for a message to land
 * @param pingInterval   how often the connection is probed
 * @param silenceTimeout a connection without any traffic for this long is given up
 * @param mostFrameBytes the largest reply or message taken
 */
public record RpcOptions(String apiVersion, Duration connectTimeout, Duration callTimeout, Duration waitTimeout,
                         Duration pingInterval, Duration silenceTimeout, int mostFrameBytes) {

    private static final int DEFAULT_FRAME_BYTES = 512 << 20;

    /** Lotus' own intervals, a minute for a call, a day for a wait, half a gigabyte for a frame. */
    public static RpcOptions defaults() {
        return new RpcOptions("v1", Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofDays(1),
                Duration.ofSeconds(5), Duration.ofSeconds(30), DEFAULT_FRAME_BYTES);
    }

    /** These limits with another version of the API. */
    public RpcOptions withApiVersion(String version) {
        return new RpcOptions(version, connectTimeout, callTimeout, waitTimeout, pingInterval, silenceTimeout,
                mostFrameBytes);
    }

    /** These limits with another time for an ordinary call. */
    public RpcOptions withCallTimeout(Duration timeout) {
        return new RpcOptions(apiVersion, connectTimeout, timeout, waitTimeout, pingInterval, silenceTimeout,
                mostFrameBytes);
    }

    /** These limits with another time for making a connection. */
    public RpcOptions withConnectTimeout(Duration timeout) {
        return new RpcOptions(apiVersion, timeout, callTimeout, waitTimeout, pingInterval, silenceTimeout,
                mostFrameBytes);
    }

    /** These limits with other intervals for probing the connection. */
    public RpcOptions withKeepAlive(Duration ping, Duration silence) {
        return new RpcOptions(apiVersion, connectTimeout, callTimeout, waitTimeout, ping, silence, mostFrameBytes);
    }

    /** These limits with another largest frame. */
    public RpcOptions withMostFrameBytes(int bytes) {
        return new RpcOptions(apiVersion, connectTimeout, callTimeout, waitTimeout, pingInterval, silenceTimeout,
                bytes);
    }
}
