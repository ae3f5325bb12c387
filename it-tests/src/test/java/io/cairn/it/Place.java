package io.cairn.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Homes of a chain and of providers in one folder, with ports that stay the same over restarts.
 *
 * @param folder where all of it is
 * @param chainPort the chain's port
 * @param parameters the folder of proof parameters that all of them share
 */
record Place(Path folder, int chainPort, Path parameters) {

    static Place in(Path folder) throws IOException {
        return new Place(folder, freePort(), folder.resolve("parameters"));
    }

    static Place in(Path folder, Path parameters) throws IOException {
        return new Place(folder, freePort(), parameters);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Path home(String name) {
        return folder.resolve(name);
    }

    /** Starts the chain alone. */
    CairnProcess chain(String... arguments) throws IOException {
        return CairnProcess.start("chain", environment(Map.of("CAIRN_DEVNET_PORT", Integer.toString(chainPort))),
                with(arguments, "devnet", "run", "--home", home("chain").toString()));
    }

    /** Starts a provider over the node of the API info. */
    CairnProcess provider(String name, String apiInfo, String... arguments) throws IOException {
        return provider(name, apiInfo, Map.of(), arguments);
    }

    /** As {@link #provider(String, String, String...)}, with more variables. */
    CairnProcess provider(String name, String apiInfo, Map<String, String> more, String... arguments) throws IOException {
        Map<String, String> own = new HashMap<>(more);
        own.put("FULLNODE_API_INFO", apiInfo);
        return CairnProcess.start(name, environment(own),
                with(arguments, "run", "--home", home(name).toString()));
    }

    /** Starts a command that talks to the process over a home. */
    CairnProcess command(String home, String command, String... arguments) throws IOException {
        return CairnProcess.start(command, environment(Map.of()), with(arguments, command, "--home", home(home).toString()));
    }

    private Map<String, String> environment(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(Map.of(
                "FIL_PROOFS_PARAMETER_CACHE", parameters.toString(), "CAIRN_MANAGEMENT_PORT", "0"));
        all.putAll(own);
        return all;
    }

    private static String[] with(String[] more, String... first) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    /** The API info that a chain prints. */
    static String apiInfo(CairnProcess chain) throws InterruptedException {
        return chain.awaitLine("^FULLNODE_API_INFO=(.+)$").group(1);
    }
}
