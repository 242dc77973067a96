package io.github.scimult.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A served page in a real Chromium, without a single complaint in the browser's console. */
class ServedPage {
    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;
    static ServedPapers served;

    final List<String> complaints = new ArrayList<>();

    /** A part of complaints that are none. */
    String expected = "nothing";

    BrowserContext context;
    Page page;

    @BeforeAll
    static void serve() throws IOException {
        playwright = Browsers.playwright();
        browser = Browsers.start(playwright);
        served = ServedPapers.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void open() {
        open(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    void open(Browser.NewContextOptions options) {
        context = browser.newContext(options);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains(expected)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    void go(String path) {
        page.navigate(served.server().address() + "#" + path);
    }

    Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    Locator cards() {
        return page.locator("ol.answers > li");
    }

    Locator section(String heading) {
        return page.locator(
                "section",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(heading).setExact(true))));
    }
}
