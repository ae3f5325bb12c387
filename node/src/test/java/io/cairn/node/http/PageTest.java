package io.cairn.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The first page in a real browser; its screenshots lie in target/screenshots. */
class PageTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final double READABLE = 4.5;

    private static final InventedViews VIEWS = new InventedViews();

    private static ActorTestKit actors;
    private static Path home;
    private static ManagementServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "skipped: the page is tested in Chromium, and " + BROWSER + " or " + DRIVER + " is not installed");
        actors = ActorTestKit.create();
        home = folder;
        server = serve(0);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                new ChromeOptions().setBinary(BROWSER.toFile()).addArguments(
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", "--window-size=1360,1030"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
            actors.shutdownTestKit();
        }
    }

    private static ManagementServer serve(int port) throws Exception {
        return ManagementServer.start(actors.system(), "127.0.0.1", port, InventedFaces.of(VIEWS, home))
                .toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static String text(String id) {
        return browser.findElement(By.id(id)).getText();
    }

    private static void open() {
        browser.get("http://127.0.0.1:" + server.address().getPort() + "/");
        until(() -> text("miner").startsWith("t01000"));
    }

    private static void until(BooleanSupplier condition) {
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(_ -> condition.getAsBoolean());
    }

    private static String state() {
        return browser.findElement(By.id("live")).getDomAttribute("data-state");
    }

    @Test
    void showsDeadlinesAndMovesWithTheHeadWithoutReloading() {
        open();
        assertEquals(48, browser.findElements(By.cssSelector("#wheel path.deadline")).size());
        assertEquals("live", state());
        assertEquals("Losing money: 1 of 7 sectors is faulty.", text("sentence"));
        browser.executeScript("window.before = true");
        String head = text("head").split(" · ")[0];
        until(() -> !text("head").startsWith(head));
        assertEquals(true, browser.executeScript("return window.before"));
    }

    @Test
    void whatRunsHasABarARateAndATimeLeftThatGoOn() {
        VIEWS.proofDone = 60;
        open();
        assertEquals("60", browser.findElement(By.cssSelector("#jobs .bar")).getDomAttribute("aria-valuenow"));
        assertTrue(text("jobs").contains("Sector 10: proof"), text("jobs"));
        assertTrue(text("jobs").contains("00:21 left"), text("jobs"));
        assertTrue(text("jobs").contains("partitions/s"), text("jobs"));
        assertTrue(text("jobs").contains("running"), text("jobs"));
        assertEquals("Memory of proofs: 4.18 MiB of 16 GiB reserved", text("proof-memory"));
        VIEWS.proofDone = 85;
        until(() -> "85".equals(browser.findElement(By.cssSelector("#jobs .bar")).getDomAttribute("aria-valuenow")));
    }

    @Test
    void alertsStandNewestFirstWithTheirAgeAndGoWhenTheyAreOver() {
        VIEWS.alerts = List.of(
                new Alert("node-away", Tone.bad, "Chain node away", "Connection refused.", System.currentTimeMillis() - 4_000),
                InventedViews.UNREADABLE);
        open();
        List<String> shown = browser.findElements(By.cssSelector(".alert")).stream().map(WebElement::getText).toList();
        assertEquals(2, shown.size());
        assertTrue(shown.getFirst().startsWith("▲ Chain node away") || shown.getFirst().startsWith("Chain node away"), shown.getFirst());
        assertTrue(shown.getLast().matches("(?s).*\\d+ min ago"), shown.getLast());
        VIEWS.alerts = List.of();
        until(() -> browser.findElements(By.cssSelector(".alert")).isEmpty());
        until(() -> text("sentence").equals("Every window proven."));
        VIEWS.alerts = List.of(InventedViews.UNREADABLE);
    }

    @Test
    void saysThatTheServerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        open();
        browser.executeScript("window.before = true");
        int port = server.address().getPort();
        server.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        until(() -> "reconnecting".equals(state()) && browser.findElement(By.id("away")).isDisplayed());
        assertTrue(text("away").contains("has not answered for"), text("away"));
        assertEquals("Losing money: 1 of 7 sectors is faulty.", text("sentence"));
        server = serve(port);
        until(() -> "live".equals(state()) && !browser.findElement(By.id("away")).isDisplayed());
        String head = text("head").split(" · ")[0];
        until(() -> !text("head").startsWith(head));
        assertEquals(true, browser.executeScript("return window.before"));
    }

    @Test
    void aPausedPageStandsStill() {
        open();
        browser.findElement(By.id("pause")).click();
        assertEquals("paused", state());
        browser.findElement(By.id("pause")).click();
        assertNotEquals("paused", state());
    }

    @Test
    void theArrowKeysGoFromDeadlineToDeadline() {
        open();
        browser.findElement(By.id("pause")).sendKeys(Keys.TAB);
        assertEquals("0", browser.switchTo().activeElement().getDomAttribute("data-index"));
        for (int i = 0; i < 9; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        }
        assertTrue(text("deadline-detail").startsWith("Deadline 9: faulty. 2 sectors in 1 partition, 1 faulty."), text("deadline-detail"));
        long height = VIEWS.height.get();
        until(() -> VIEWS.height.get() > height + 2);
        assertEquals("9", browser.switchTo().activeElement().getDomAttribute("data-index"));
    }

    @Test
    void nothingJumpsWhileNewsComesIn() {
        open();
        browser.executeScript("""
                window.shift = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
                    .observe({type: 'layout-shift', buffered: false});""");
        long height = VIEWS.height.get();
        until(() -> VIEWS.height.get() > height + 3);
        assertEquals(0.0, ((Number) browser.executeScript("return window.shift")).doubleValue(), 0.001);
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        open();
        Object foreign = browser.executeScript(
                "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(location.origin))");
        assertEquals(List.of(), foreign);
    }

    @Test
    void barsStandStillForThoseWhoWantNoMotion() {
        media("prefers-reduced-motion", "reduce");
        try {
            open();
            assertEquals("none", browser.executeScript(
                    "return getComputedStyle(document.querySelector('.bar i')).transitionProperty"));
        } finally {
            media("prefers-reduced-motion", "");
        }
    }

    @Test
    void keepsToTheScreenByDayAndByNight() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        for (String scheme : List.of("light", "dark")) {
            media("prefers-color-scheme", scheme);
            for (int width : List.of(1280, 390)) {
                size(width);
                open();
                assertEquals(0L, browser.executeScript(
                        "const page = document.documentElement; return page.scrollWidth - page.clientWidth"), scheme + " " + width);
                Files.write(folder.resolve("home-" + scheme + "-" + width + ".png"), browser.getScreenshotAs(OutputType.BYTES));
            }
            assertTrue(contrast("#detail") >= READABLE, scheme + " " + contrast("#detail"));
            assertTrue(contrast("#proof-memory") >= READABLE, scheme + " " + contrast("#proof-memory"));
            assertTrue(contrast(".tile span") >= READABLE, scheme + " " + contrast(".tile span"));
            assertTrue(contrast(".alert .text") >= READABLE, scheme + " " + contrast(".alert .text"));
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        media("prefers-color-scheme", "");
    }

    private static void media(String feature, String value) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    private static void size(int width) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of(
                "width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** The ratio of text to ground as WCAG 2 defines it, with the nearest ground that is not transparent. */
    private static double contrast(String selector) {
        return ((Number) browser.executeScript("""
                const parts = colour => colour.match(/[0-9.]+/g).map(Number);
                const light = colour => { const [r, g, b] = parts(colour).map(v => v / 255)
                    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                const node = document.querySelector(arguments[0]);
                let ground = node;
                while (parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
                const [a, b] = [light(getComputedStyle(node).color), light(getComputedStyle(ground).backgroundColor)];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);""", selector)).doubleValue();
    }
}
