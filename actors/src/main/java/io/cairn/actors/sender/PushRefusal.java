package io.cairn.actors.sender;

import io.cairn.protocol.rpc.RpcException;
import java.util.Locale;

/**
 * Why a node did not take or does not find a message, from its words (lotus: chain/messagepool/messagepool.go,
 * chain/stmgr/searchwait.go).
 *
 * <p>A node that gave no answer, or one that is not understood, may have taken the message: then nothing is known.
 */
enum PushRefusal {
    /** The node has these very bytes already. */
    KNOWN("message with nonce already exists"),
    /** The chain has executed a message under this nonce: this one, or, when it was searched for, another. */
    NONCE_USED("nonce too low", "equal nonce", "was replaced by"),
    /** Another message under this nonce is in the pool and pays almost as much or more. */
    OUTBID("replace by fee has too low gaspremium"),
    /** The address cannot pay for this message and those before it. */
    NO_FUNDS("not enough funds", "insufficientfunds(", "exit 6,", "exit 19,"),
    /** The message will never be taken as it is: its form, its signature, its gas. */
    NEVER("message not valid for block inclusion", "message will not be included in a block", "message too big",
            "gas fee cap too low", "failed to verify signature", "invalid to address", "signature verification failed"),
    /** The message would fail on chain, as trying it out for its gas has shown. */
    WOULD_FAIL("message execution failed"),
    /** Whether the node has the message is not known. */
    UNKNOWN;

    private final String[] words;

    PushRefusal(String... words) {
        this.words = words;
    }

    static PushRefusal of(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof RpcException)) {
            cause = cause.getCause();
        }
        if (cause instanceof RpcException refused) {
            String reason = refused.reason().toLowerCase(Locale.ROOT);
            for (PushRefusal refusal : values()) {
                for (String word : refusal.words) {
                    if (reason.contains(word)) {
                        return refusal;
                    }
                }
            }
        }
        return UNKNOWN;
    }

    /** Whether nobody has the message, so that its nonce may carry another one. */
    boolean leavesNonceFree() {
        return this == NO_FUNDS || this == NEVER;
    }
}
