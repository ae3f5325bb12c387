package io.cairn.devnet.rpc;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a bearer token allows. A method asks for exactly one permission; a higher one does not imply a lower one, so
 * tokens list all that they grant.
 *
 * <p>Source: lotus: api/permissioned.go.
 */
public enum Permission {
    READ, WRITE, SIGN, ADMIN;

    /** What a caller without a token may do. */
    public static final Set<Permission> WITHOUT_TOKEN = Set.of(READ);

    /** The name in tokens and error messages, such as {@code write}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The permission of this wire name; empty for a name that is not one. */
    public static Optional<Permission> ofWireName(String wireName) {
        return Stream.of(values()).filter(permission -> permission.wireName().equals(wireName)).findFirst();
    }

    /** The permissions from {@code READ} up to and including this one, as operators' tokens usually hold them. */
    public Set<Permission> andBelow() {
        return EnumSet.range(READ, this);
    }
}
