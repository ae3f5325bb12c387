package io.cairn.node.http;

import io.cairn.node.home.AccessToken;
import io.cairn.node.view.Commands;
import io.cairn.node.view.UserData;
import io.cairn.node.view.Views;
import java.util.Optional;

/**
 * What the endpoint serves.
 *
 * @param views open to whoever reaches the endpoint
 * @param commands for who shows the token
 * @param userData for who shows the token; absent where the process takes no files
 * @param token the token
 */
public record Faces(Views views, Commands commands, Optional<UserData> userData, AccessToken token) {}
