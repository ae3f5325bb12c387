package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The first place where two JSON values of a node differ in meaning. What Go writes in several ways for one value is the
 * same here: an absent member, {@code null}, an empty text, list or object; numbers by value; addresses of either
 * network letter; a CID or a false flag that was left out.
 *
 * @param path     the way to the place, empty for the whole value
 * @param expected the value recorded
 * @param actual   the value made
 */
record JsonDifference(String path, String expected, String actual) {

    static Optional<JsonDifference> between(JsonNode expected, JsonNode actual) {
        return between("", expected, actual);
    }

    private static Optional<JsonDifference> between(String path, JsonNode expected, JsonNode actual) {
        if (isEmpty(expected) && isEmpty(actual)) {
            return Optional.empty();
        }
        if (expected.isObject() && actual.isObject()) {
            return ofObjects(path, expected, actual);
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            return ofArrays(path, expected, actual);
        }
        return same(expected, actual) ? Optional.empty()
                : Optional.of(new JsonDifference(path, expected.toString(), actual.toString()));
    }

    private static Optional<JsonDifference> ofObjects(String path, JsonNode expected, JsonNode actual) {
        Set<String> names = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !isLeftOut(name, expected, actual))
                .map(name -> between(path + "/" + name, expected.path(name), actual.path(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<JsonDifference> ofArrays(String path, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < expected.size(); i++) {
            Optional<JsonDifference> difference = between(path + "/" + i, expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Callers may leave out the CID of a message and flags that are false. */
    private static boolean isLeftOut(String name, JsonNode expected, JsonNode actual) {
        return !expected.has(name) && (name.equals("CID") || actual.path(name).isBoolean()
                && !actual.path(name).booleanValue());
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isTextual() && value.textValue().isEmpty()
                || value.isContainerNode() && value.isEmpty();
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual)
                || expected.isTextual() && actual.isTextual() && sameAddress(expected.textValue(), actual.textValue());
    }

    private static boolean sameAddress(String one, String other) {
        boolean onlyLetterDiffers = one.length() == other.length() && one.length() > 2
                && one.substring(1).equals(other.substring(1));
        if (!onlyLetterDiffers) {
            return false;
        }
        try {
            return Address.parse(one).equals(Address.parse(other));
        } catch (AddressException e) {
            return false;
        }
    }
}
