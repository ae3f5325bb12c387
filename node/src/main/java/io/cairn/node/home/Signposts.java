package io.cairn.node.home;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a running process says how it is reached, for the commands that talk to it. The chain's two files have Lotus'
 * names and forms ({@code api} a multiaddress, {@code token} a bearer token; lotus: node/repo/fsrepo.go).
 *
 * @param home the folder of everything
 */
public record Signposts(Path home) {

    /** The secret of the management endpoint. */
    public Path token() {
        return home.resolve("token");
    }

    /** The URL of the management endpoint. */
    public Path management() {
        return home.resolve("provider").resolve("management.url");
    }

    /** The address of the embedded chain's JSON-RPC. */
    public Path chainApi() {
        return home.resolve("chain").resolve("api");
    }

    /** The token of the embedded chain's JSON-RPC, with all permissions. */
    public Path chainToken() {
        return home.resolve("chain").resolve("token");
    }

    /** Says where the management endpoint listens. */
    public void publishManagement(URI url) throws IOException {
        Files.createDirectories(management().getParent());
        OwnerFile.write(management(), url.toString());
    }

    /** Says where the embedded chain listens and with which token. */
    public void publishChain(URI url, String bearer) throws IOException {
        Files.createDirectories(chainApi().getParent());
        String family = url.getHost().contains(":") ? "ip6" : "ip4";
        OwnerFile.write(chainToken(), bearer);
        OwnerFile.write(chainApi(), "/" + family + "/" + url.getHost() + "/tcp/" + url.getPort() + "/http");
    }
}
