package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.home.Home;
import io.cairn.node.home.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The network that a home belongs to, kept at its first start: what the provider knows and owns is worth nothing on another.
 *
 * @param name the network's name, such as {@code mainnet}
 * @param genesis the first block's CID: two devnets may have one name
 */
record HomeNetwork(String name, String genesis) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The node's network. */
    static HomeNetwork of(NodeLink link) throws IOException {
        return new HomeNetwork(link.ask(link.node()::stateNetworkName),
                link.ask(link.node()::chainGetGenesis).cids().getFirst().toString());
    }

    /**
     * Binds a new home to this network; refuses a home of another one.
     *
     * @throws StartException naming both networks
     */
    void claim(Home home, NodeLink link) throws IOException {
        Path file = home.provider().resolve("network.json");
        if (!Files.exists(file)) {
            OwnerFile.write(file, JSON.writeValueAsBytes(
                    JSON.createObjectNode().put("network", name).put("genesis", genesis)));
        }
        JsonNode kept = JSON.readTree(file.toFile());
        HomeNetwork own = new HomeNetwork(kept.path("network").asText(), kept.path("genesis").asText());
        if (!own.equals(this)) {
            throw new StartException("wrong network: " + home.folder() + " belongs to " + own + ", the node at "
                    + link.endpoint() + " is on " + this + "; give this home a node of its network, or another home with --home");
        }
    }

    @Override
    public String toString() {
        return name + " (genesis " + genesis + ")";
    }
}
