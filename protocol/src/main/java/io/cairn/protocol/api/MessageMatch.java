package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.protocol.address.Address;
import java.util.Optional;

/** Which messages are looked for: by receiver, sender, or both. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MessageMatch(Optional<Address> to, Optional<Address> from) {
}
