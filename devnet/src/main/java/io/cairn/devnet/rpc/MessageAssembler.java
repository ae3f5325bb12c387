package io.cairn.devnet.rpc;

import akka.http.javadsl.model.ws.BinaryMessage;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.Materializer;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts the fragments of a WebSocket message together, text or binary, within limits of size and time. */
final class MessageAssembler {

    private final long mostBytes;
    private final Duration slowest;
    private final Materializer materializer;

    MessageAssembler(long mostBytes, Duration slowest, Materializer materializer) {
        this.mostBytes = mostBytes;
        this.slowest = slowest;
        this.materializer = materializer;
    }

    /** The message's bytes; fails, and so ends the connection, when it is too large or comes too slowly. */
    CompletionStage<ByteString> assemble(Message message) {
        if (message.isText()) {
            TextMessage text = message.asTextMessage();
            return text.isStrict() ? CompletableFuture.completedFuture(ByteString.fromString(text.getStrictText()))
                    : collect(text.getStreamedText().map(ByteString::fromString));
        }
        BinaryMessage binary = message.asBinaryMessage();
        return binary.isStrict() ? CompletableFuture.completedFuture(binary.getStrictData())
                : collect(binary.getStreamedData());
    }

    private CompletionStage<ByteString> collect(Source<ByteString, ?> fragments) {
        return fragments.limitWeighted(mostBytes, fragment -> (long) fragment.size())
                .completionTimeout(slowest)
                .runFold(ByteString.emptyByteString(), ByteString::concat, materializer);
    }
}
