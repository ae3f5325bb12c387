package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.sector.PostProof;
import java.util.List;

/**
 * What the node makes a block from.
 *
 * @param miner            the miner
 * @param parents          the tipset to build on
 * @param ticket           the new ticket
 * @param electionProof    the proof of having won
 * @param beaconValues     beacon entries since the parents
 * @param messages         messages to include
 * @param epoch            the block's epoch
 * @param timestamp        seconds since 1970
 * @param winningPoStProof proof of the drawn sectors
 */
public record BlockTemplate(
        Address miner,
        TipsetKey parents,
        Ticket ticket,
        @JsonProperty("Eproof") ElectionProof electionProof,
        List<BeaconEntry> beaconValues,
        List<SignedMessage> messages,
        long epoch,
        long timestamp,
        List<PostProof> winningPoStProof) {

    public BlockTemplate {
        beaconValues = Lists.copy(beaconValues);
        messages = Lists.copy(messages);
        winningPoStProof = Lists.copy(winningPoStProof);
    }
}
