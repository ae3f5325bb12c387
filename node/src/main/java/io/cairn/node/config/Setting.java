package io.cairn.node.config;

/**
 * A key of the configuration with the value in force.
 *
 * @param key the whole path
 * @param value as text; without the token or password that it holds
 * @param origin the file and line, {@code environment}, {@code command line} or {@code default}
 */
public record Setting(String key, String value, String origin) {}
