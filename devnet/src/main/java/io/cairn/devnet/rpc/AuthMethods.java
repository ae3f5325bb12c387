package io.cairn.devnet.rpc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The methods that make and check bearer tokens. */
public final class AuthMethods {

    private AuthMethods() {
    }

    /** {@code Filecoin.AuthNew} and {@code Filecoin.AuthVerify} over these tokens. */
    public static MethodTable table(Tokens tokens) {
        var permissionNames = Parameter.of(new TypeReference<List<String>>() { }.getType(), "[]auth.Permission");
        return MethodTable.namespace("Filecoin")
                .call("AuthNew", Permission.ADMIN, List.of(permissionNames),
                        arguments -> CompletableFuture.completedFuture(issue(tokens, arguments.get(0))))
                .call("AuthVerify", Permission.READ, List.of(Parameter.of(String.class, "string")),
                        arguments -> CompletableFuture.completedFuture(verify(tokens, arguments.get(0))))
                .build();
    }

    private static byte[] issue(Tokens tokens, List<String> names) {
        var permissions = names.stream()
                .map(name -> Permission.ofWireName(name)
                        .orElseThrow(() -> RpcFailure.of("unknown permission '" + name + "'")))
                .toList();
        return tokens.issue(permissions).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> verify(Tokens tokens, String token) {
        try {
            return tokens.verify(token).stream().map(Permission::wireName).toList();
        } catch (Tokens.InvalidToken e) {
            throw RpcFailure.of("JWT Verification failed: " + e.getMessage(), e);
        }
    }
}
