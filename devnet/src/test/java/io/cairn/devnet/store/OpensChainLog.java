package io.cairn.devnet.store;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A process that opens a chain's log; prints why it could not. */
final class OpensChainLog {

    private OpensChainLog() {
    }

    public static void main(String[] arguments) {
        try {
            ChainLog.open(Path.of(arguments[0])).close();
            System.out.println("opened");
        } catch (UncheckedIOException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
