package io.cairn.node.cli;

import io.cairn.node.conformance.Conformance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "conformance",
        description = {
            "Judges Cairn by known-answer files: recomputes every field of every case.",
            "Prints PASS, FAIL with the first field that differs, or SKIP with the reason, a line a case."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every case that was judged agrees", "1:a case differs", "2:the folder cannot be read"})
final class ConformanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A folder of .json files, or one file.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isReadable(folder)) {
            spec.commandLine().getErr().println("cairn: cannot read " + folder + ": give a folder of known-answer files");
            return 2;
        }
        return new Conformance(out).judge(folder).failed() == 0 ? 0 : 1;
    }
}
