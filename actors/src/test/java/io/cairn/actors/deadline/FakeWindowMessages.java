package io.cairn.actors.deadline;

import io.cairn.persistence.Blob;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** Messages in words. */
public final class FakeWindowMessages implements WindowMessages {
    @Override
    public Blob submission(int deadline, List<Proven> partitions, int proofType, Blob proof) {
        return Blob.of(("deadline " + deadline + " " + partitions).getBytes());
    }

    @Override
    public Blob committed(Blob submission, long epoch, Blob randomness) {
        return Blob.of((new String(submission.toByteArray()) + " at " + epoch).getBytes());
    }

    @Override
    public Blob recoveries(int deadline, SortedMap<Integer, SortedSet<Long>> sectors) {
        return Blob.of(("recover " + deadline + " " + sectors).getBytes());
    }
}
