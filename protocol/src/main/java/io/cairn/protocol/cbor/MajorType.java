package io.cairn.protocol.cbor;

/** The first three bits of a CBOR head, and the few single bytes that chain objects use (RFC 8949, section 3). */
final class MajorType {

    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    static final int FALSE = 0xf4;
    static final int TRUE = 0xf5;
    static final int NULL = 0xf6;

    /** The tag of a content identifier (dag-cbor). */
    static final long CID_TAG = 42;

    private static final String[] NAMES = {
        "an unsigned integer", "a negative integer", "a byte string", "a text", "an array", "a map", "a tag", "a simple value"
    };

    private MajorType() {
    }

    static String name(int major) {
        return NAMES[major];
    }
}
