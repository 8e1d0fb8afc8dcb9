package io.parley.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Debian's Chromium, and what its pages say on the console.
public final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final List<String> console = new ArrayList<>();

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /// Opens it for somebody who reads this language.
  public static Chromium open(String language) {
    for (Path needed : List.of(BROWSER, DRIVER)) {
      if (!Files.isExecutable(needed)) {
        throw new AssertionError(
            needed
                + " is missing: this test needs Debian's packages chromium and chromium-driver"
                + " (apt-get install chromium chromium-driver)");
      }
    }
    var all = new LoggingPreferences();
    all.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--accept-lang=" + language);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    options.setCapability(ChromeOptions.LOGGING_PREFS, all);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  /// A page in a tab of its own.
  public final class Tab {
    private final String url;
    private final String handle;

    private Tab(String url) {
      this.url = url;
      driver.switchTo().newWindow(WindowType.TAB);
      handle = driver.getWindowHandle();
      driver.get(url);
    }

    /// Runs something in the page, as if it had been typed into the console.
    public Object run(String script) {
      driver.switchTo().window(handle);
      return String.valueOf(((JavascriptExecutor) driver).executeScript(script));
    }

    /// Waits until the page has said this on the console.
    public void awaitLine(String line) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines()).anyMatch(line::equals));
    }

    /// Waits until the page was shown such a frame: a condition in JavaScript on `frame`.
    public void awaitFrame(String condition) {
      String seen = "return shown.filter(frame => " + condition + ").length > 0";
      await().atMost(PATIENCE).until(() -> run(seen).equals("true"));
    }

    /// What this page has said on the console.
    public List<String> lines() {
      driver.switchTo().window(handle);
      driver.manage().logs().get(LogType.BROWSER).forEach(entry -> console.add(entry.getMessage()));
      return console.stream().filter(line -> line.startsWith(url)).map(Tab::text).toList();
    }

    /// An entry is `<url> <line>:<column> "text" …`, its texts as JSON.
    private static String text(String entry) {
      return entry
          .replaceFirst("^\\S+ \\d+:\\d+ ", "")
          .replaceAll("\"((?:[^\"\\\\]|\\\\.)*)\"", "$1")
          .replaceAll("\\\\(.)", "$1");
    }

    /// As a visitor closes it.
    public void close() {
      driver.switchTo().window(handle);
      driver.close();
    }
  }

  /// Opens a page.
  public Tab tab(String url) {
    return new Tab(url);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
