package io.weir.systemtests.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Chromium for a test class: one process for all tests of the JVM, a visitor without cookies for each {@link #visitor},
 * and a picture
 * of every open page in {@code target/screenshots} when a test fails. Register it with {@code @RegisterExtension}.
 */
public final class Browser
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("weir.screenshots", "target/screenshots"));
    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final double TIMEOUT_MS = 20_000;

    private final URI home;
    private final List<BrowserContext> visitors = new ArrayList<>();
    private final Map<Object, BrowserContext> regulars = new HashMap<>();
    private Chromium chromium;

    /** @param home the server that the visitors see */
    public Browser(URI home) {
        this.home = home;
    }

    /** A new visitor with an empty cookie jar, an English browser and a desktop's window. */
    public BrowserContext visitor() {
        return visitor(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440,
                900));
    }

    public BrowserContext visitor(com.microsoft.playwright.Browser.NewContextOptions options) {
        var visitor = open(options);
        visitors.add(visitor);
        return visitor;
    }

    /** One who stays for all tests of the class, and whose browser has seen the style sheets before. */
    public BrowserContext regular(Object key, Supplier<com.microsoft.playwright.Browser.NewContextOptions> options) {
        var known = regulars.get(key);
        if (known == null) {
            known = open(options.get());
            regulars.put(key, known);
        }
        return known;
    }

    private BrowserContext open(com.microsoft.playwright.Browser.NewContextOptions options) {
        var visitor = chromium.browser.newContext(options.setBaseURL(home.toString()));
        visitor.setDefaultTimeout(TIMEOUT_MS);
        return visitor;
    }

    /** Where a picture of this name goes. */
    public static Path screenshot(String name) {
        return SCREENSHOTS.resolve(name.replaceAll("[^A-Za-z0-9._-]+", "-") + ".png");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        chromium = context.getRoot().getStore(Namespace.create(Browser.class))
                .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod()
                    .getName();
            var pages = Stream.concat(visitors.stream(), regulars.values().stream())
                    .flatMap(visitor -> visitor.pages().stream()).toList();
            for (int i = 0; i < pages.size(); i++) {
                pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(screenshot(test + "-" + i))
                        .setFullPage(true));
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        regulars.values().forEach(BrowserContext::close);
        regulars.clear();
    }

    /**
     * The process, closed with the test run by JUnit's root store, on the thread that started it, as Playwright wants
     * it.
     */
    private static final class Chromium implements AutoCloseable {
        private final Playwright playwright;
        private final com.microsoft.playwright.Browser browser;

        Chromium() {
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
                    .setArgs(ARGUMENTS));
        }

        private static Path executable() {
            return Stream.concat(named(), USUAL_PLACES.stream()).map(Path::of).filter(Files::isExecutable).findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no Chromium: install Debian's chromium, or name one with WEIR_CHROMIUM"));
        }

        private static Stream<String> named() {
            return Stream.of(Optional.ofNullable(System.getProperty("weir.chromium")),
                    Optional.ofNullable(System.getenv("WEIR_CHROMIUM"))).flatMap(Optional::stream).filter(name ->
                            !name.isBlank());
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
