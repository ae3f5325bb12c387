package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.FaultySectorException;
import io.cairn.proofs.post.PostPartitions;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Seals sectors, damages their files as recorded and wants exactly the damaged ones found when a window's challenges are opened. */
public final class FaultySectorsJudge implements Judge {

    private static final Pattern DAMAGE = Pattern.compile("(replica|p_aux|tree_r_last): byte (\\d+)(?: \\([^)]*\\))? xor (\\d+)");

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return RecordedCases.any(file, "faulty_sectors_expected");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        for (var entry : RecordedCases.with(file, "faulty_sectors_expected")) {
            JsonNode stated = entry.getValue();
            try (Case one = new Case("faulty sectors of " + entry.getKey(), verdicts);
                    RecordedSectors sectors = RecordedSectors.seal(stated.get("sealed_sectors"))) {
                judge(one, stated, sectors);
            } catch (IOException e) {
                throw new UncheckedIOException("sectors of " + fileName, e);
            }
        }
    }

    private static void judge(Case one, JsonNode stated, RecordedSectors sectors) throws IOException {
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        for (JsonNode sector : stated.get("comm_rs")) {
            long number = sector.get("sector_number").longValue();
            one.equal("comm_r of " + number, sector.get("comm_r"), sectors.byNumber().get(number).aux().commR());
            commRs.put(number, Case.bytes(sector, "comm_r"));
        }
        for (JsonNode damage : stated.get("damage_after_sealing")) {
            damage(sectors.byNumber().get(damage.get("sector_number").longValue()), damage.get("damage").textValue());
        }
        List<Long> found = new ArrayList<>();
        for (List<ChallengedSector> partition : PostPartitions.window(
                RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1, Case.bytes(stated, "randomness_already_masked"), commRs)) {
            for (ChallengedSector sector : partition) {
                try {
                    sectors.open(sector);
                } catch (FaultySectorException faulty) {
                    found.add(sector.number());
                }
            }
        }
        long[] expected = StreamSupport.stream(stated.get("faulty_sectors_expected").spliterator(), false)
                .mapToLong(JsonNode::longValue).sorted().toArray();
        one.equal("faulty_sectors_expected", Arrays.toString(expected),
                Arrays.toString(found.stream().flatMapToLong(LongStream::of).sorted().toArray()));
    }

    private static void damage(TrialSeal seal, String words) throws IOException {
        Matcher damage = DAMAGE.matcher(words);
        if (!damage.matches()) {
            throw new IllegalArgumentException("damage: " + words + ", expected FILE: byte N xor M");
        }
        Path file = switch (damage.group(1)) {
            case "replica" -> seal.sealed();
            case "p_aux" -> seal.cache().persistentAux();
            default -> seal.cache().treeRLast().getFirst();
        };
        byte[] bytes = Files.readAllBytes(file);
        bytes[Integer.parseInt(damage.group(2))] ^= (byte) Integer.parseInt(damage.group(3));
        Files.write(file, bytes);
    }
}
