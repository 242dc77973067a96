package io.github.scimult.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.scimult.server.access.ApiKey;
import io.github.scimult.server.access.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with keys: the page asks for one, and shows what it allows. */
class AccessTest extends ServedPage {
    private static final String READER = "a-key-for-reading-only";
    private static final String WRITER = "a-key-for-everything-else";

    @BeforeAll
    static void askForKeys() throws IOException {
        served = served.withKeys(
                folder,
                List.of(new ApiKey("reader", READER, Set.of(Scope.READ)), ApiKey.ofAllScopes("writer", WRITER)));
    }

    @Override
    void open(Browser.NewContextOptions options) {
        super.open(options);
        expected = "401"; // the browser tells of refused requests itself
    }

    private void give(String key) {
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill(key);
        role(AriaRole.BUTTON, "Use this key").click();
    }

    @Test
    void aKeyIsAskedForAndThenKept() {
        go("/paper/1");
        assertThat(role(AriaRole.HEADING, "A key is needed")).isVisible();
        give("a-key-that-nobody-knows");
        assertThat(page.locator("dialog").getByRole(AriaRole.ALERT)).hasText("The server does not know this key.");
        give(WRITER);
        assertThat(role(AriaRole.HEADING, "Drawing large graphs")).isVisible();
        assertThat(page.getByPlaceholder("Add a label")).isVisible();
        page.reload();
        assertThat(role(AriaRole.HEADING, "Drawing large graphs")).isVisible();
        role(AriaRole.BUTTON, "Forget key").click();
        assertThat(role(AriaRole.HEADING, "A key is needed")).isVisible();
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingElse() {
        go("/paper/1");
        give(READER);
        assertThat(role(AriaRole.HEADING, "Drawing large graphs")).isVisible();
        assertThat(page.getByText("read-only")).isVisible();
        assertThat(section("Suggested labels").locator("ul.bars li").first()).isVisible();
        assertThat(page.locator(".thumb, .decide, .cross, .labelled input")).hasCount(0);
        go("/labels");
        assertThat(role(AriaRole.LINK, "graphs")).isVisible();
        assertThat(role(AriaRole.HEADING, "A new label")).hasCount(0);
        go("/label/g");
        assertThat(cards()).hasCount(1);
        assertThat(page.getByText("Change this label")).hasCount(0);
        go("/?q=drawing");
        assertThat(cards().first()).isVisible();
        assertThat(page.locator(".thumb")).hasCount(0);
    }
}
