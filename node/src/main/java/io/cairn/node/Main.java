package io.cairn.node;

import io.cairn.node.cli.Cairn;

/** The process's entrance. */
public final class Main {

    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(Cairn.commandLine().execute(arguments));
    }
}
