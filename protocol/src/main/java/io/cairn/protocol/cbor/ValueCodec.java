package io.cairn.protocol.cbor;

import io.cairn.protocol.cid.Cid;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads and writes the values of one Java type. */
interface ValueCodec {

    void write(CborWriter writer, Object value);

    Object read(CborReader reader);

    /** The codec of a record component, chosen by its type and annotations. */
    static ValueCodec of(RecordComponent component) {
        return of(component.getGenericType(), component, component.isAnnotationPresent(Unsigned.class));
    }

    /** The codec of a type that stands alone. */
    static ValueCodec of(Class<?> type) {
        return ofClass(type, type, false);
    }

    private static ValueCodec of(Type type, AnnotatedElement annotations, boolean unsigned) {
        if (type instanceof ParameterizedType generic) {
            Type item = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return optional(of(item, annotations, unsigned));
            }
            if (generic.getRawType() == List.class) {
                return list(of(item, annotations, unsigned), limit(annotations, CborReader.MAX_ARRAY));
            }
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain, annotations, unsigned);
        }
        throw new IllegalArgumentException("no CBOR form for " + type);
    }

    private static ValueCodec ofClass(Class<?> type, AnnotatedElement annotations, boolean unsigned) {
        if (type == long.class || type == Long.class) {
            return unsigned ? value(CborWriter::unsigned, CborReader::unsigned, Long.class)
                : value(CborWriter::integer, CborReader::integer, Long.class);
        }
        if (type == boolean.class || type == Boolean.class) {
            return value(CborWriter::bool, CborReader::bool, Boolean.class);
        }
        if (type == ByteString.class) {
            int limit = limit(annotations, CborReader.MAX_BYTES);
            return value((writer, bytes) -> writer.bytes(bytes.toArray()), reader -> ByteString.of(reader.bytes(limit)), ByteString.class);
        }
        if (type == String.class) {
            int limit = limit(annotations, CborReader.MAX_TEXT);
            return value(CborWriter::text, reader -> reader.text(limit), String.class);
        }
        if (type == BigInteger.class) {
            return value(CborWriter::bigInt, CborReader::bigInt, BigInteger.class);
        }
        if (type == Cid.class) {
            return value(CborWriter::cid, CborReader::cid, Cid.class);
        }
        if (type.isEnum() && WireEnum.class.isAssignableFrom(type)) {
            return wireEnum(type);
        }
        if (CborEncodable.class.isAssignableFrom(type)) {
            return encodable(type);
        }
        throw new IllegalArgumentException("no CBOR form for " + type);
    }

    private static <T> ValueCodec value(BiConsumer<CborWriter, T> write, Function<CborReader, T> read, Class<T> type) {
        return new ValueCodec() {
            @Override
            public void write(CborWriter writer, Object value) {
                write.accept(writer, type.cast(value));
            }

            @Override
            public Object read(CborReader reader) {
                return read.apply(reader);
            }
        };
    }

    private static ValueCodec optional(ValueCodec item) {
        return value((writer, value) -> value.ifPresentOrElse(present -> item.write(writer, present), writer::nil),
            reader -> reader.tryNil() ? Optional.empty() : Optional.of(item.read(reader)), Optional.class);
    }

    private static ValueCodec list(ValueCodec item, int limit) {
        return new ValueCodec() {
            @Override
            public void write(CborWriter writer, Object value) {
                List<?> items = (List<?>) value;
                writer.array(items.size());
                for (int i = 0; i < items.size(); i++) {
                    try {
                        item.write(writer, items.get(i));
                    } catch (CborException refused) {
                        throw refused.within("[" + i + "]");
                    }
                }
            }

            @Override
            public Object read(CborReader reader) {
                int count = reader.array(limit);
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    try {
                        items.add(item.read(reader));
                    } catch (CborException refused) {
                        throw refused.within("[" + i + "]");
                    }
                }
                return List.copyOf(items);
            }
        };
    }

    private static ValueCodec wireEnum(Class<?> type) {
        WireEnum[] constants = (WireEnum[]) type.getEnumConstants();
        return value((writer, value) -> writer.integer(value.number()), reader -> {
            long number = reader.integer();
            for (WireEnum constant : constants) {
                if (constant.number() == number) {
                    return constant;
                }
            }
            throw new CborException("number " + number + " is no " + type.getSimpleName());
        }, WireEnum.class);
    }

    private static ValueCodec encodable(Class<?> type) {
        MethodHandle readFrom;
        try {
            readFrom = MethodHandles.publicLookup()
                .findStatic(type, "readFrom", MethodType.methodType(type, CborReader.class))
                .asType(MethodType.methodType(Object.class, CborReader.class));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(type + " has no public static readFrom(CborReader)", missing);
        }
        return new ValueCodec() {
            @Override
            public void write(CborWriter writer, Object value) {
                ((CborEncodable) value).writeTo(writer);
            }

            @Override
            public Object read(CborReader reader) {
                try {
                    return readFrom.invokeExact(reader);
                } catch (RuntimeException | Error refused) {
                    throw refused;
                } catch (Throwable impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        };
    }

    private static int limit(AnnotatedElement annotations, int otherwise) {
        Limit limit = annotations.getAnnotation(Limit.class);
        return limit == null ? otherwise : limit.value();
    }
}
