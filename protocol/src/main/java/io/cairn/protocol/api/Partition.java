package io.cairn.protocol.api;

import io.cairn.protocol.bitfield.BitField;

/** The sector numbers of one partition: all ever assigned, faulty, declared recovering, not terminated, proving. */
public record Partition(BitField allSectors, BitField faultySectors, BitField recoveringSectors, BitField liveSectors,
                        BitField activeSectors) {
}
