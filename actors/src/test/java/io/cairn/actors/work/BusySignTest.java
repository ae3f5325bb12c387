package io.cairn.actors.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chain hears about work under way. */
class BusySignTest {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ActorTestKit kit = ActorTestKit.create(ManualTime.config()
            .withFallback(ConfigFactory.parseString("akka.actor.provider = local")).withFallback(ConfigFactory.load()));
    private final ManualTime time = ManualTime.get(kit.system());
    private final FakeChain chain = new FakeChain();
    private final UnderWay underWay = new UnderWay();
    private ActorRef<?> sign;

    @BeforeEach
    void start() {
        sign = kit.spawn(BusySign.create(chain, "t01000", underWay::any, LOOK));
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void whatChangesIsSaidAndBusinessIsSaidAgain() throws Exception {
        hear(1, List.of(false));
        underWay.set("sector 3", true);
        hear(1, List.of(false, true));
        hear(15, List.of(false, true));
        hear(10, List.of(false, true, true));
        underWay.set("sector 3", false);
        hear(1, List.of(false, true, true, false));
        hear(50, List.of(false, true, true, false));
    }

    @Test
    void aNodeThatDoesNotKnowTheMethodIsAskedOnce() throws Exception {
        chain.leaps = false;
        underWay.set("sector 3", true);
        hear(1, List.of(true));
        kit.createTestProbe().expectTerminated(sign, Duration.ofSeconds(5));
    }

    @Test
    void aNodeThatIsAwayIsToldLater() throws Exception {
        chain.away = true;
        underWay.set("sector 3", true);
        hear(1, List.of(true));
        chain.away = false;
        eventually(() -> {
            time.timePasses(LOOK);
            return chain.busySaid.size() == 2;
        });
    }

    @Test
    void stoppingWithdrawsIt() throws Exception {
        underWay.set("sector 3", true);
        hear(1, List.of(true));
        kit.stop(sign);
        eventually(() -> chain.busySaid.equals(List.of(true, false)));
    }

    private void hear(int looks, List<Boolean> said) throws Exception {
        for (int look = 0; look < looks; look++) {
            time.timePasses(LOOK);
            Thread.sleep(2);
        }
        eventually(() -> chain.busySaid.equals(said));
    }

    private interface Condition {
        boolean holds();
    }

    private static void eventually(Condition condition) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < limit, "not reached within 60 s");
            Thread.sleep(5);
        }
        assertEquals(true, condition.holds());
    }
}
