package io.cairn.node.config;

/** A configuration that cannot be used; the message names the key, its value, what was expected and where it stands. */
public final class ConfigurationException extends RuntimeException {

    ConfigurationException(String message) {
        super(message);
    }
}
