package io.cairn.devnet.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.RefusesEveryProofFake;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcOptions;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaucetTest {

    private static final TokenAmount WANTED = TokenAmount.ofFil(7);

    @TempDir
    private Path folder;

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void raisesABalanceOnceHoweverOftenItIsAsked() throws Exception {
        Address account = PrivateKey.generate(SignatureType.BLS).address();
        try (Devnet chain = Devnet.start(new DevnetSettings(folder, "test seed", "127.0.0.1", 0, Duration.ZERO, false,
                1_700_000_000, new RefusesEveryProofFake(), new FakeProofWindowProver()))) {
            NodeEndpoint endpoint = NodeEndpoint.of(URI.create(chain.url().replaceFirst("/rpc/v1$", ""))).withToken(chain.token());
            try (DevnetApi devnet = FullNodeClient.connect(DevnetApi.class, endpoint, RpcOptions.defaults());
                    FullNode node = FullNodeClient.connect(endpoint)) {
                assertFalse(get(devnet.fund(account, WANTED)));
                assertFalse(get(devnet.fund(account, WANTED)));
                assertEquals(1, chain.chain().pool().pending().size());
                chain.clock().step(2);
                assertTrue(get(devnet.fund(account, WANTED)));
                assertTrue(get(devnet.fund(account, WANTED)));
                assertEquals(0, chain.chain().pool().pending().size());
                assertEquals(WANTED, get(node.walletBalance(account)));
            }
        }
    }
}
