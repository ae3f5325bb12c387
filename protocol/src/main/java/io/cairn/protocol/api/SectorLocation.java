package io.cairn.protocol.api;

/** Where a sector is proven: the deadline's index and the partition's within it. */
public record SectorLocation(long deadline, long partition) {
}
