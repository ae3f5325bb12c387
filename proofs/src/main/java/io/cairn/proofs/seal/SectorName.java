package io.cairn.proofs.seal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a sector's files have in every store, such as {@code s-t01000-2}; the network letter is always t.
 *
 * <p>Source: lotus, storage/sealer/storiface/filetype.go.
 *
 * @param minerActorId actor id of the miner
 * @param sectorNumber number of the sector
 */
public record SectorName(long minerActorId, long sectorNumber) {

    private static final Pattern FORM = Pattern.compile("s-t0(0|[1-9]\\d{0,17})-(0|[1-9]\\d{0,17})");

    public SectorName {
        if (minerActorId < 0 || sectorNumber < 0) {
            throw new IllegalArgumentException(
                    "sector: " + minerActorId + ", " + sectorNumber + ", expected numbers that are not negative");
        }
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if it is not the name of a sector
     */
    public static SectorName parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("sector name: " + name + ", expected the form s-t01000-2");
        }
        return new SectorName(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return "s-t0" + minerActorId + "-" + sectorNumber;
    }
}
