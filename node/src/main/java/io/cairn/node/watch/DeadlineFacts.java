package io.cairn.node.watch;

import io.cairn.protocol.api.Partition;
import io.cairn.protocol.bitfield.BitField;
import java.util.List;

/** What the chain says of one deadline: its partitions with live sectors, and those sectors. */
record DeadlineFacts(long partitions, BitField live) {

    static DeadlineFacts of(List<Partition> partitions) {
        return new DeadlineFacts(
                partitions.stream().filter(partition -> !partition.liveSectors().isEmpty()).count(),
                partitions.stream().map(Partition::liveSectors).reduce(BitField.EMPTY, BitField::union));
    }
}
