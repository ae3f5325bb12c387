package io.cairn.node.http;

import io.cairn.node.home.AccessToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Everything that an endpoint of invented numbers serves. */
final class InventedFaces {

    private InventedFaces() {}

    /** Faces over these views, with a token of their own in the folder. */
    static Faces of(InventedViews views, Path folder) throws IOException {
        return new Faces(views, new InventedCommands(), Optional.empty(), AccessToken.readOrCreate(folder.resolve("token")));
    }
}
