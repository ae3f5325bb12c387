package io.cairn.actors.files;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.Sealing;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many sectors may be labelled together, and where.
 *
 * @param most   sectors, at least 1, which labels all one by one
 * @param folder for the labels of those that are labelled together while that lasts, of this provider alone
 */
public record LabelsTogether(int most, Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(LabelsTogether.class);

    /**
     * So many together, with a folder of its own in a scratch folder.
     *
     * @param scratch what other processes use too, but no other provider; absent for the disk where sectors are made
     */
    public static LabelsTogether in(Optional<Path> scratch, SectorStores stores, int most) {
        return new LabelsTogether(most, scratch.orElse(stores.sealing().root()).resolve("labels"));
    }

    /** Deletes what a process that was killed has left, and says what is going to happen; nobody may be labelling. */
    public void begin() throws IOException {
        SectorStores.delete(folder);
        int company = Sealing.company(most);
        if (company > 1) {
            LOG.info("sectors that wait for their layers are labelled together, up to {} of them, in {}", company, folder);
        } else if (most > 1) {
            LOG.warn("sectors are labelled one by one, though cairn.sealing.sectors-together is {}: this machine's vectors have too few lanes", most);
        }
    }

    /** How many of so many sectors of a type that wait are labelled together now; 1 also if the folder has no room, which is logged. */
    int company(RegisteredSealProof type, int waiting) {
        int company = Sealing.company(Math.min(waiting, most));
        return company == 1 || hasRoom(Sealing.scratchBytes(type, company), company) ? company : 1;
    }

    private boolean hasRoom(long bytes, int company) {
        try {
            DiskSpace.require(Files.createDirectories(folder).resolve("labels"), bytes);
            return true;
        } catch (IOException e) {
            LOG.warn("{} sectors could be labelled together, but go one by one: {} (cairn.sealing.scratch): {}", company, folder, e.toString());
            return false;
        }
    }
}
