package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A running provider's page in headless Chromium. */
final class LivePage {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver browser;

    private LivePage(ChromeDriver browser) {
        this.browser = browser;
    }

    interface Visit {
        void to(LivePage page);
    }

    /** Visits the page, or says plainly that there is no browser. */
    static void skipOrVisit(String url, Visit visit) {
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            System.out.println("skipped: the live page needs Chromium, and " + BROWSER + " or " + DRIVER + " is not installed");
            return;
        }
        ChromeDriver browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                new ChromeOptions().setBinary(BROWSER.toFile()).addArguments(
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", "--window-size=1360,1030"));
        try {
            browser.get(url);
            visit.to(new LivePage(browser));
        } finally {
            browser.quit();
        }
    }

    private String text(String id) {
        return browser.findElement(By.id(id)).getText();
    }

    void showsMiner(String miner) {
        new WebDriverWait(browser, PATIENCE).until(_ -> text("miner").startsWith(miner));
    }

    void movesWithoutReloading() {
        browser.executeScript("window.before = true");
        String head = text("head").split(" · ")[0];
        new WebDriverWait(browser, PATIENCE).until(_ -> !text("head").startsWith(head));
        assertEquals(true, browser.executeScript("return window.before"));
    }
}
