package io.cairn.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The first page in a real browser; its screenshots lie in target/screenshots. */
class PageTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static ActorTestKit actors;
    private static ManagementServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "skipped: the page is tested in Chromium, and " + BROWSER + " or " + DRIVER + " is not installed");
        actors = ActorTestKit.create();
        server = ManagementServer.start(actors.system(), "127.0.0.1", 0, InventedFaces.of(new InventedViews(), folder))
                .toCompletableFuture().get(20, TimeUnit.SECONDS);
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

    private static String text(String id) {
        return browser.findElement(By.id(id)).getText();
    }

    private static void open() {
        browser.get("http://127.0.0.1:" + server.address().getPort() + "/");
        new WebDriverWait(browser, Duration.ofSeconds(15)).until(_ -> text("miner").startsWith("t01000"));
    }

    @Test
    void showsDeadlinesAndMovesWithTheHeadWithoutReloading() {
        open();
        assertEquals(48, browser.findElements(By.cssSelector("#wheel path[data-index]")).size());
        assertEquals("live", text("live"));
        assertTrue(text("alerts").contains("Sector 7 is unreadable"));
        browser.executeScript("window.before = true");
        String head = text("head").split(" · ")[0];
        new WebDriverWait(browser, Duration.ofSeconds(15)).until(_ -> !text("head").startsWith(head));
        assertEquals(true, browser.executeScript("return window.before"));
    }

    @Test
    void aPausedPageStandsStill() {
        open();
        browser.findElement(By.id("pause")).click();
        assertEquals("paused", text("live"));
        browser.findElement(By.id("pause")).click();
        assertNotEquals("paused", text("live"));
    }

    @Test
    void keepsToTheScreenByDayAndByNight() throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of(
                    "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            open();
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(folder.resolve("home-" + scheme + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        }
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of(
                "width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", true));
        open();
        Files.write(Path.of("target", "screenshots", "home-narrow.png"), browser.getScreenshotAs(OutputType.BYTES));
        assertEquals(360L, browser.executeScript("return document.documentElement.scrollWidth"));
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
}
