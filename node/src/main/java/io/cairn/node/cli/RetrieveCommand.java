package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.node.client.ManagementClient;
import io.cairn.protocol.cid.Cid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "retrieve",
        description = {
            "Gives a stored file back byte for byte, from the unsealed copies or by unsealing.",
            "Every piece is verified; an incomplete file never stands under the name of OUT."
        })
final class RetrieveCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Parameters(index = "0", paramLabel = "FILE", description = "Its id or its name; cairn store --list shows both.")
    private String wanted;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT", description = "Where to write it.")
    private Path output;

    @Option(names = "--force", description = "Replaces OUT if it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Path target = output.toAbsolutePath();
        if (Files.exists(target) && !force) {
            throw new IllegalArgumentException("OUT is " + target + ", which exists; take another name, or replace it with --force");
        }
        ManagementClient client = ManagementClient.of(homeOption.settings().home());
        JsonNode file = client.view("file/" + ManagementClient.segment(wanted));
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            fetch(client, file, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        spec.commandLine().getOut().println(file.path("name").asText() + " · " + file.path("length").asLong() + " bytes, verified · " + target);
        return 0;
    }

    private static void fetch(ManagementClient client, JsonNode file, Path into) throws IOException {
        MessageDigest digest = sha256();
        long count;
        try (FileChannel channel = FileChannel.open(into, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            count = client.download(file.path("id").asText(), out, LONGEST);
            channel.force(true);
        }
        boolean whole = count == file.path("length").asLong()
                && Arrays.equals(digest.digest(), Cid.parse(file.path("root").asText()).digest());
        if (!whole) {
            throw new IllegalStateException("what came back is not " + file.path("name").asText() + ": " + count + " bytes, expected "
                    + file.path("length").asLong() + " bytes with id " + file.path("root").asText() + "; nothing was written, try again");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
