package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.signature.Signature;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of a Lotus node: CIDs as {@code {"/":"bafy…"}}, big integers and money as decimal text, byte strings in
 * base64, bit fields as run lengths, durations in nanoseconds, enums by number, members with capital first letters.
 *
 * <p>Members that are not known are passed over, so that newer nodes are understood. Source: lotus:
 * documentation/en/api-methods-v1-stable.md; go-state-types: abi, big, bitfield.
 */
public final class LotusJson {

    private static final int LONGEST_TEXT = 512 << 20;
    private static final ObjectMapper MAPPER = build();

    private LotusJson() {
    }

    /** The mapper, shared: do not configure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static ObjectMapper build() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                .build();
        factory.setCharacterEscapes(new GoEscapes());
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(new Jdk8Module())
                .addModule(LotusTypes.module())
                .addMixIn(Ticket.class, TicketNames.class)
                .addMixIn(ElectionProof.class, ElectionProofNames.class)
                .addMixIn(PostProof.class, PostProofNames.class)
                .addMixIn(MessageReceipt.class, ReceiptNames.class)
                .addMixIn(BlockHeader.class, HeaderNames.class)
                .addMixIn(DeadlineInfo.class, DeadlineForm.Mixin.class)
                .build();
    }

    /** Names that do not follow from the Java ones. */
    private interface TicketNames {
        @JsonProperty("VRFProof")
        ByteString vrfProof();
    }

    private interface ElectionProofNames {
        @JsonProperty("VRFProof")
        ByteString vrfProof();
    }

    private interface PostProofNames {
        @JsonProperty("PoStProof")
        RegisteredPostProof postProof();
    }

    private interface ReceiptNames {
        @JsonProperty("Return")
        ByteString returnValue();
    }

    private interface HeaderNames {
        @JsonProperty("WinPoStProof")
        List<PostProof> winningPostProof();

        @JsonProperty("BLSAggregate")
        Optional<Signature> blsAggregate();

        @JsonProperty("BlockSig")
        Optional<Signature> blockSignature();
    }
}
