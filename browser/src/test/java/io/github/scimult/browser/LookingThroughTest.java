package io.github.scimult.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looking through papers: labels, names, facets, orders, pages, and coming back to where one was. */
class LookingThroughTest extends ServedPage {
    private static final int ANTS = 25;

    @BeforeAll
    static void addPapers() throws Exception {
        StringBuilder papers = new StringBuilder("[");
        for (int i = 1; i <= ANTS; i++) {
            papers.append(i == 1 ? "" : ",")
                    .append("{\"_id\": \"ant")
                    .append(i)
                    .append("\", \"title\": \"Ants, part ")
                    .append(i)
                    .append("\", \"text\": \"Of ants.\", \"metadata\": {\"year\": ")
                    .append(1900 + i)
                    .append(", \"venue\": \"Insectes sociaux\", \"authors\": [\"Zoë Ámeise\"]}}");
        }
        served.put("/api/papers", papers.append("]").toString());
    }

    private Locator facet(String value) {
        return page.locator(".facets")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(value).setExact(true));
    }

    private Locator status() {
        return page.locator(".results p.status");
    }

    @Test
    void aLabelOnAPaperLeadsToItsPageWithItsPapers() {
        go("/paper/1");
        page.locator("ul.chips").getByText("graphs").click();
        assertThat(page.locator("main h1")).hasText("graphs");
        assertThat(page.locator("p.lead").getByText("Things with nodes and edges."))
                .isVisible();
        assertThat(cards()).hasCount(1);
        assertThat(cards().first()).containsText("Drawing large graphs");
    }

    @Test
    void allPapersAreLookedThroughPageByPageInTheOrderAskedFor() {
        go("/");
        page.getByText("look through all papers").click();
        assertThat(status()).hasText(Pattern.compile("\\d+ papers, newest first: 1–20"));
        assertThat(cards().first()).containsText("Neural networks on graphs");
        page.getByLabel("Order").selectOption("oldest");
        assertThat(cards().first()).containsText("Ants, part 1");
        role(AriaRole.LINK, "Next →").click();
        assertThat(status()).containsText("21–");
        assertThat(cards().first()).containsText("Ants, part 21");
        page.goBack();
        assertThat(cards().first()).containsText("Ants, part 1");
    }

    @Test
    void facetsNarrowDownToAsManyPapersAsTheySay() {
        go("/?sort=newest");
        assertThat(page.locator(".facets li", new Page.LocatorOptions().setHasText("Insectes sociaux")))
                .containsText("25");
        facet("Insectes sociaux").click();
        assertThat(status()).hasText("25 papers, newest first: 1–20");
        facet("1925").click();
        assertThat(status()).hasText("1 paper, newest first");
        assertThat(page.getByLabel("From year")).hasValue("1925");
        assertThat(page.getByLabel("Venue")).hasValue("\"Insectes sociaux\"");
    }

    @Test
    void namesAreCompletedAndChosenByKeyboardAlone() {
        go("/");
        page.getByLabel("Author").focus();
        page.keyboard().type("amei");
        assertThat(page.locator(".names:not([hidden]) li").first()).containsText("Zoë Ámeise");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("Author")).hasAttribute("aria-activedescendant", Pattern.compile(".+-0"));
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Author")).hasValue("\"Zoë Ámeise\"");
        assertThat(status()).containsText("25 papers");
        role(AriaRole.COMBOBOX, "Label").focus();
        page.keyboard().type("gra");
        assertThat(page.locator(".names:not([hidden]) li").first()).containsText("graphs");
        page.keyboard().press("Escape");
        assertThat(page.locator(".names:not([hidden]) li").first()).isHidden();
        page.keyboard().press("ArrowDown");
        page.locator(".names:not([hidden]) li").first().click();
        assertThat(page.getByText("Only papers with the label")).isVisible();
        assertThat(status()).hasText("Nothing was found.");
        role(AriaRole.BUTTON, "All labels").click();
        assertThat(status()).containsText("25 papers");
    }

    @Test
    void anAuthorLeadsToTheirPapers() {
        go("/paper/ant3");
        role(AriaRole.LINK, "Zoë Ámeise").click();
        assertThat(status()).containsText("25 papers");
        assertThat(page).hasURL(Pattern.compile("author="));
    }

    @Test
    void backKeepsTextResultsPlaceAndThumbs() {
        go("/");
        page.getByLabel("Query").fill("ants");
        assertThat(status()).containsText("25 papers have at least one word of the query.");
        Locator wanted = role(AriaRole.LINK, "Ants, part").nth(15);
        String name = wanted.textContent();
        Locator card = page.locator(
                "li.card",
                new Page.LocatorOptions().setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
        card.getByRole(AriaRole.BUTTON).first().click();
        assertThat(card.getByRole(AriaRole.BUTTON).first()).hasAttribute("aria-pressed", "true");
        wanted.scrollIntoViewIfNeeded();
        int place = (Integer) page.evaluate("() => Math.round(scrollY)");
        assertThat(place).isPositive();
        wanted.click();
        assertThat(role(AriaRole.HEADING, name)).isVisible();
        page.goBack();
        assertThat(page.getByLabel("Query")).hasValue("ants");
        assertThat((Integer) page.evaluate("() => Math.round(scrollY)")).isBetween(place - 2, place + 2);
        page.reload();
        assertThat(card.getByRole(AriaRole.BUTTON).first()).hasAttribute("aria-pressed", "true");
    }

    @Test
    void aSlowAnswerIsNotDrawnOverANewerPage() {
        go("/");
        page.route("**/api/papers/1", route -> {
            page.evaluate("() => location.hash = '#/labels'");
            route.resume();
        });
        page.evaluate("() => location.hash = '#/paper/1'");
        assertThat(role(AriaRole.HEADING, "All labels")).isVisible();
        page.waitForTimeout(300);
        assertThat(role(AriaRole.HEADING, "All labels")).isVisible();
        assertThat(page).hasTitle("Labels – SciMult");
    }

    @Test
    void resultsAreSavedForReferenceManagers() throws IOException {
        go("/?venue=Insectes+sociaux");
        assertThat(cards().first()).isVisible();
        for (String[] form : new String[][] {{"ris", "ER  -"}, {"bibtex", "@article{"}, {"csl-json", "\"id\":"}}) {
            page.getByLabel("Format").selectOption(form[0]);
            Download file =
                    page.waitForDownload(() -> role(AriaRole.BUTTON, "Save").click());
            assertThat(Files.readString(file.path()).split(Pattern.quote(form[1]), -1))
                    .hasSize(ANTS + 1);
        }
    }

    @Test
    void aPaperOfWhichLittleIsKnownShowsNothingInThePlaceOfTheRest() throws Exception {
        served.put("/api/papers", "{\"_id\": \"bare\", \"title\": \"\", \"text\": \"Nothing else is known of this.\"}");
        for (String path : new String[] {"/paper/bare", "/?q=nothing+else+is+known", "/paper/5"}) {
            go(path);
            assertThat(page.locator("main h1")).isVisible();
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            assertThat(page.locator("main")).not().containsText(Pattern.compile("null|undefined|NaN"));
        }
        served.delete("/api/papers/bare");
    }

    @Test
    void textsAreShownAsMeantAndNeverTakenForMarkup() {
        go("/paper/odd");
        Locator title = page.locator("main h1");
        assertThat(title).hasText(Pattern.compile("^Decay of B0 at .*TeV & \\\\hbar if a<b>c$"));
        assertThat(title.locator("math msqrt")).hasCount(1);
        assertThat(page.locator("p.abstract"))
                .hasText(Pattern.compile(
                        "^Of \\$5 and \\$10, p<0.05 .* and \\$.unknowncommand\\{x\\}\\$ by Ampère\\.$"));
        assertThat(page.locator("main").locator("img, script, b, i")).hasCount(0);
        assertThat(title).hasAttribute("dir", "auto");
        assertThat(title).hasAttribute("lang", "en");
        assertThat(role(AriaRole.LINK, "DOI 10.1234/odd.7")).hasAttribute("href", "https://doi.org/10.1234/odd.7");
        assertThat(role(AriaRole.LINK, "Full text at example.org")).hasAttribute("href", "https://example.org/7.pdf");
        assertThat(page).hasTitle(Pattern.compile("^Decay of B0"));
    }
}
