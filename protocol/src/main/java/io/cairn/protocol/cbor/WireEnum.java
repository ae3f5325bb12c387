package io.cairn.protocol.cbor;

/** An enum that travels as a number. */
public interface WireEnum {

    /** The number on the wire. */
    int number();

    /** The constant with this number; IllegalArgumentException when there is none. */
    static <E extends Enum<E> & WireEnum> E ofNumber(Class<E> type, long number) {
        for (E constant : type.getEnumConstants()) {
            if (constant.number() == number) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no number " + number);
    }
}
