package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.market.DealLabel;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressNetwork;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.Transparent;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cbor.WireEnum;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares records with the JSON that Lotus prints for them. The members of its objects stand in the order of the tuple, so
 * they are compared by position; members after the last component (such as the CID of a message) are not.
 */
final class LotusForm {

    private final CaseCheck check;
    private final AddressNetwork network;

    LotusForm(CaseCheck check, AddressNetwork network) {
        this.check = check;
        this.network = network;
    }

    void same(String field, JsonNode expected, Object actual) {
        same(field, expected, actual, false);
    }

    private void same(String field, JsonNode expected, Object actual, boolean unsigned) {
        switch (actual) {
            case Optional<?> optional -> sameOptional(field, expected, optional, unsigned);
            case List<?> items -> sameList(field, expected, items, unsigned);
            case TokenAmount amount -> check.same(field, text(expected), amount.atto());
            case BigInteger number -> check.same(field, text(expected), number);
            case Cid cid -> check.same(field, text(expected.path("/")), cid);
            case Address address -> check.same(field, text(expected), address.toString(network));
            case ByteString bytes -> check.same(field, expected.isNull() ? "" : text(expected), bytes.toBase64());
            case BitField set -> check.same(field, numbers(expected), Arrays.stream(set.runs()).mapToObj(Long::toUnsignedString).toList());
            case DealLabel.Text label -> check.same(field, text(expected), label.value());
            case DealLabel.Bytes _ -> check.same(field, text(expected), "");
            case WireEnum constant -> check.same(field, text(expected), constant.number());
            case Long number -> check.same(field, text(expected), unsigned ? Long.toUnsignedString(number) : number);
            case Record record -> sameRecord(field, expected, record);
            default -> check.same(field, text(expected), actual);
        }
    }

    private void sameOptional(String field, JsonNode expected, Optional<?> optional, boolean unsigned) {
        check.same(field, expected.isNull() ? "absent" : "present", optional.isPresent() ? "present" : "absent");
        optional.ifPresent(value -> same(field, expected, value, unsigned));
    }

    private void sameList(String field, JsonNode expected, List<?> items, boolean unsigned) {
        check.same(field + ".length", expected.size(), items.size());
        for (int i = 0; i < items.size(); i++) {
            same(field + "[" + i + "]", expected.get(i), items.get(i), unsigned);
        }
    }

    private void sameRecord(String field, JsonNode expected, Record record) {
        if (record.getClass().isAnnotationPresent(Transparent.class)) {
            same(field, expected, component(record, record.getClass().getRecordComponents()[0]));
            return;
        }
        Iterator<String> names = expected.fieldNames();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String path = field + "." + component.getName();
            if (component.getName().equals("deprecatedDealIds") && !expected.has("DeprecatedDealIDs")) {
                continue; // a deprecated field, left out of the JSON
            }
            check.same(path, "a member", names.hasNext() ? "a member" : "none");
            same(path, expected.get(names.next()), component(record, component), component.isAnnotationPresent(Unsigned.class));
        }
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("component " + component + " cannot be read", unreadable);
        }
    }

    private static String text(JsonNode node) {
        return node.asText();
    }

    private static List<String> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.toList());
    }
}
