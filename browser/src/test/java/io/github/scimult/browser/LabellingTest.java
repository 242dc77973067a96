package io.github.scimult.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels of papers are decided on, and labels themselves are changed. */
class LabellingTest extends ServedPage {
    @BeforeEach
    void addLabels() throws Exception {
        served.put(
                "/api/papers",
                "{\"_id\": \"new\", \"title\": \"Layouts of graphs in colour\", \"text\": \"Of graphs.\"}");
        served.put("/api/labels", """
                [{"_id": "net", "name": "networks", "definition": "Nodes that are linked."},
                 {"_id": "old", "name": "outdated name", "definition": "Nothing in particular."}]""");
    }

    private Locator chips() {
        return page.locator(".labelled ul.chips");
    }

    @Test
    void aSuggestedLabelIsAcceptedTakenOffAndRejectedByAClick() {
        go("/paper/new");
        role(AriaRole.BUTTON, "Accept graphs").click();
        assertThat(chips()).containsText("graphs");
        assertThat(page.getByText("“graphs” was assigned.")).isVisible();
        page.reload();
        assertThat(chips()).containsText("graphs");
        role(AriaRole.BUTTON, "Take off the label graphs").click();
        assertThat(chips()).hasCount(0);
        role(AriaRole.BUTTON, "Reject graphs").click();
        assertThat(page.getByText("“graphs” was rejected.")).isVisible();
        page.reload();
        assertThat(page.getByText("Rejected:")).isVisible();
        assertThat(role(AriaRole.BUTTON, "Accept graphs")).hasCount(0);
        page.getByText(Pattern.compile("– undo")).click();
        assertThat(role(AriaRole.BUTTON, "Accept graphs")).isVisible();
    }

    @Test
    void anyLabelIsAddedByItsNameAndByKeyboardAlone() {
        go("/paper/new");
        page.getByPlaceholder("Add a label").focus();
        page.keyboard().type("netw");
        assertThat(page.locator(".names:not([hidden]) li").first()).containsText("networks");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(chips()).containsText("networks");
        go("/label/net");
        assertThat(cards().first()).containsText("Layouts of graphs in colour");
    }

    @Test
    void aLabelIsRenamedMergedAndDeleted() {
        go("/label/old");
        page.getByText("Change this label").click();
        role(AriaRole.TEXTBOX, "Name").fill("newer name");
        role(AriaRole.BUTTON, "Save").first().click();
        assertThat(role(AriaRole.HEADING, "newer name")).isVisible();
        page.getByText("Change this label").click();
        page.getByLabel("Merge into another label").fill("netw");
        page.locator(".names:not([hidden]) li").first().click();
        role(AriaRole.BUTTON, "Merge").click();
        page.locator("dialog")
                .getByText("Merge", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(role(AriaRole.HEADING, "networks")).isVisible();
        page.getByText("Change this label").click();
        role(AriaRole.BUTTON, "Delete this label").click();
        page.locator("dialog").getByText("Cancel").click();
        assertThat(role(AriaRole.HEADING, "networks")).isVisible();
        role(AriaRole.BUTTON, "Delete this label").click();
        page.locator("dialog")
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(role(AriaRole.HEADING, "All labels")).isVisible();
        page.getByLabel("Only those with these words").fill("netw");
        assertThat(page.locator("p.status")).hasText("0 labels");
    }
}
