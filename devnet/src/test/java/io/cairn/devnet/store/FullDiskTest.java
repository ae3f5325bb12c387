package io.cairn.devnet.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.RefusesEveryProofFake;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up takes nothing that was acknowledged, and the chain goes on when there is room. */
class FullDiskTest {

    @TempDir
    Path folder;

    private final DevnetKeys keys = new DevnetKeys(new byte[] {1});

    private Chain chain(ChainLog log) {
        return Chain.open(log, NetworkPolicy.devnet2k(), keys, "full-disk", 1_700_000_000, new RefusesEveryProofFake(),
                List.of(Commitments.sealedCid(new byte[32])));
    }

    private SignedMessage transfer(long nonce) {
        return Signatures.sign(keys.owner(), Message.of(keys.client().address(), keys.owner().address(), TokenAmount.ofFil(1), 0, new byte[0])
                .withNonce(nonce).withGas(5_000_000, TokenAmount.ofAtto(1_000_000_000), TokenAmount.ofAtto(100_000)));
    }

    @Test
    void whereverTheDiskFillsNothingUnacknowledgedCountsAndTheChainGoesOn() throws IOException {
        Path file = folder.resolve("chain.log");
        FullDiskChannelFake disk = new FullDiskChannelFake(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE));
        List<Cid> acknowledged = new ArrayList<>();
        Tipset head;
        try (Chain chain = chain(ChainLog.open(file, disk))) {
            BlockProducer producer = new BlockProducer(chain);
            for (long room : new long[] {0, 5, 40, 300, 700, 1100, 2000, 4000, 9000}) {
                Tipset before = chain.head();
                int waiting = chain.pool().pending().size();
                disk.room(room);
                try {
                    chain.push(transfer(acknowledged.size()));
                    acknowledged.add(transfer(acknowledged.size()).cid());
                    waiting++;
                    producer.produce(0);
                } catch (UncheckedIOException full) {
                    assertTrue(full.getMessage().contains("No space left on device") && full.getMessage().contains("chain.log"),
                            full.getMessage());
                    assertEquals(before, chain.head());
                    assertEquals(waiting, chain.pool().pending().size());
                }
                disk.room(Long.MAX_VALUE);
            }
            producer.produce(0);
            assertEquals(0, chain.pool().pending().size());
            head = chain.head();
            disk.room(0);
            assertThrows(UncheckedIOException.class, () -> producer.produce(0));
            assertEquals(head, chain.head());
        }
        try (Chain chain = chain(ChainLog.open(file))) {
            assertEquals(head, chain.head());
            assertEquals(acknowledged.size(), chain.stateAfterHead().get(100).nonce());
        }
    }
}
