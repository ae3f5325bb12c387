package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.hash.Sha256Nodes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares files with what a known-answer file says of them: their length, SHA-256 and perhaps their bytes. */
final class FileFacts {

    private FileFacts() {}

    static byte[] content(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    static byte[] sha256(Path file) throws IOException {
        return Sha256Nodes.newDigest().digest(content(file));
    }

    static byte[] node(Path file, long index) throws IOException {
        byte[] node = new byte[32];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(32 * index);
            in.readFully(node);
        }
        return node;
    }

    /** Compares a directory with an object of file names, or one file with an object of facts. */
    static void equal(Case one, String name, JsonNode expected, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            directory(one, name, expected, path);
            return;
        }
        one.equal(name + " bytes", expected.get("bytes"), Files.size(path));
        one.equal(name + " sha256", expected.get("sha256"), sha256(path));
        if (expected.has("hex")) {
            one.equal(name + " hex", expected.get("hex"), content(path));
        }
    }

    private static void directory(Case one, String name, JsonNode expected, Path directory) throws IOException {
        TreeSet<String> stated = new TreeSet<>();
        expected.fieldNames().forEachRemaining(stated::add);
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> found.add(file.getFileName().toString()));
        }
        one.equal(name, stated.toString(), found.toString());
        stated.retainAll(found);
        for (Map.Entry<String, JsonNode> file : expected.properties()) {
            if (stated.contains(file.getKey())) {
                equal(one, name + " " + file.getKey(), file.getValue(), directory.resolve(file.getKey()));
            }
        }
    }
}
