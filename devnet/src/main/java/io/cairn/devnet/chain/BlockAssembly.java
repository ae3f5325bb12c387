package io.cairn.devnet.chain;

import io.cairn.protocol.api.BlockTemplate;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.Signatures;
import java.util.List;
import java.util.Optional;

/** Makes headers from what their miners give and what the chain knows (lotus: chain/consensus/filcns/mine.go). */
public final class BlockAssembly {

    private BlockAssembly() {
    }

    /** The header without its signature; its messages are stored. */
    public static BlockHeader unsigned(Chain chain, BlockTemplate template) {
        Tipset base = chain.index().load(template.parents());
        Executor.Executed executed = chain.executor().execute(base);
        template.messages().forEach(chain.log()::keep);
        Cid messages = BlockMessages.save(chain.log(), template.messages());
        return new BlockHeader(template.miner(), template.ticket(), template.electionProof(), template.beaconValues(),
                template.winningPoStProof(), base.key().cids(), chain.weight(base), template.epoch(), executed.stateRoot(),
                executed.receiptsRoot(), messages, Optional.of(aggregate(template.messages())), template.timestamp(), Optional.empty(), 0,
                chain.baseFees().after(base));
    }

    private static Signature aggregate(List<SignedMessage> messages) {
        return Signatures.aggregate(messages.stream().filter(SignedMessage::isBls).map(SignedMessage::signature).toList());
    }
}
