package io.cairn.actors.chain;

import java.util.SortedSet;

/** Sector numbers of one partition (lotus: api/types.go (Partition)). */
public record Partition(SortedSet<Long> all, SortedSet<Long> faulty, SortedSet<Long> recovering, SortedSet<Long> live,
                        SortedSet<Long> active) {
}
