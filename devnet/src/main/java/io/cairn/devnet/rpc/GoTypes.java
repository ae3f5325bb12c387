package io.cairn.devnet.rpc;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signature;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a Lotus node prints for the types of parameters. */
final class GoTypes {

    private static final Map<Type, String> NAMES = Map.ofEntries(
            Map.entry(Address.class, "address.Address"),
            Map.entry(BitField.class, "bitfield.BitField"),
            Map.entry(BlockMessage.class, "*types.BlockMsg"),
            Map.entry(ByteString.class, "[]uint8"),
            Map.entry(Cid.class, "cid.Cid"),
            Map.entry(Message.class, "*types.Message"),
            Map.entry(Signature.class, "*crypto.Signature"),
            Map.entry(SignedMessage.class, "*types.SignedMessage"),
            Map.entry(String.class, "string"),
            Map.entry(TipsetKey.class, "types.TipSetKey"),
            Map.entry(TokenAmount.class, "big.Int"),
            Map.entry(boolean.class, "bool"),
            Map.entry(double.class, "float64"),
            Map.entry(int.class, "network.Version"),
            Map.entry(long.class, "int64"));

    private GoTypes() {
    }

    /** The Go name of a type; the Java name for a type that has none here. */
    static String nameOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            String argument = nameOf(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? "[]" + argument
                    : generic.getRawType() == Optional.class ? "*" + argument : generic.getTypeName();
        }
        return NAMES.getOrDefault(type, type instanceof Class<?> named ? "api." + named.getSimpleName()
                : type.getTypeName());
    }
}
