package io.github.scimult.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do on the served page, in a real Chromium. */
class PageTest extends ServedPage {
    private static final List<String> PAGES = List.of(
            "/?q=drawing graphs",
            "/",
            "/?sort=newest",
            "/?q=a&from=2500",
            "/paper/6",
            "/paper/none",
            "/label/g",
            "/paste",
            "/labels",
            "/api",
            "/map");

    @Test
    void typingFindsPapersMarksTheirWordsAndKeepsTheQueryInTheAddress() {
        go("/");
        page.getByLabel("Query").fill("drawing graphs");
        assertThat(cards().first()).containsText("Drawing large graphs");
        assertThat(cards().first().locator("mark").first()).hasText("Drawing");
        assertThat(cards().first()).containsText("dense rank 1");
        assertThat(page).hasURL(Pattern.compile("q=drawing"));
        page.reload();
        assertThat(page.getByLabel("Query")).hasValue("drawing graphs");
        assertThat(cards().first()).containsText("Drawing large graphs");
    }

    @Test
    void filtersNarrowTheAnswersDownAndAnEmptyAnswerSaysWhatToDo() {
        go("/?q=graphs");
        page.getByLabel("From year").fill("2015");
        assertThat(cards().first()).containsText("Neural networks on graphs");
        assertThat(page.getByText("Drawing large graphs")).hasCount(0);
        page.getByLabel("From year").fill("2500");
        assertThat(page.getByText("Try other words, or fewer filters.")).isVisible();
        page.getByLabel("From year").fill("2020");
        page.getByLabel("To year").fill("2010");
        assertThat(role(AriaRole.ALERT, "")).containsText("no year is from 2020");
        complaints.removeIf(text -> text.contains("400")); // the browser tells of refused requests itself
    }

    @Test
    void aPaperShowsLabelsThatFitWhatItMightCiteAndWhatItCites() {
        go("/paper/6");
        assertThat(role(AriaRole.HEADING, "Zooming into maps")).isVisible();
        assertThat(page.getByText("Cites 2 papers of this collection")).isVisible();
        assertThat(page.getByText("and 1 paper elsewhere")).isVisible();
        Locator mightCite = section("Recommended citations");
        assertThat(mightCite.locator("li").first()).isVisible();
        assertThat(mightCite).not().containsText("Drawing trees");
        assertThat(section("Suggested labels").locator("li").first()).isVisible();
        role(AriaRole.BUTTON, "Copy").click();
        assertThat(page.getByText("Copied")).isVisible();
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .contains("@article{Author2008-6", "title = {{Zooming into maps}}");
    }

    @Test
    void thumbsAreKeptAsJudgements() {
        go("/?q=drawing graphs");
        role(AriaRole.BUTTON, "Useful: Drawing large graphs").first().click();
        assertThat(page.getByText("Thank you").first()).isVisible();
        assertThat(cards().first().getByRole(AriaRole.BUTTON).first()).hasAttribute("aria-pressed", "true");
        assertThat((String) page.evaluate("() => fetch('/api/feedback').then((answer) => answer.text())"))
                .contains("{\"on\":\"search\",\"query\":\"drawing graphs\",\"answer\":\"1\",\"score\":1}");
    }

    @Test
    void onesOwnAbstractGetsLabelsAndPapersToCite() {
        go("/paste");
        role(AriaRole.BUTTON, "Suggest labels and citations").click();
        assertThat(role(AriaRole.ALERT, "")).containsText("Give a title or an abstract first.");
        page.getByLabel("Title").fill("Labelling nodes");
        page.getByLabel("Abstract").fill("We learn to label nodes of large graphs from a few examples.");
        role(AriaRole.BUTTON, "Suggest labels and citations").click();
        assertThat(page.locator("ul.bars > li").first()).containsText("graphs");
        assertThat(cards().first()).containsText("graphs");
        role(AriaRole.BUTTON, "Copy").click();
        assertThat(page.getByText("Copied")).isVisible();
    }

    @Test
    void aNewLabelIsListedAndUsedAtOnce() {
        go("/labels");
        page.getByLabel("Name").fill("cartography");
        page.getByLabel("Definition").fill("Making and reading maps.");
        role(AriaRole.BUTTON, "Add the label").click();
        assertThat(page.getByText("is used from now on")).isVisible();
        page.getByLabel("Only those with these words").fill("carto");
        assertThat(page.getByText("1 label", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        go("/paper/6");
        assertThat(page.locator("ul.bars")).containsText("cartography");
    }

    @Test
    void theMapShowsPapersAndLeadsToThem() {
        go("/map");
        Locator map = page.locator("canvas.map");
        assertThat(page.locator("p.status")).hasText("7 papers");
        assertThat(page.locator("ul.maplegend")).containsText("text retrieval");
        page.getByLabel("Mark titles with these words").fill("trees");
        assertThat(page.locator("p.status")).hasText("7 papers, 1 marked");
        assertThat(page.locator("main ul.list > li")).hasCount(1);
        role(AriaRole.BUTTON, "Zoom in").click();
        map.focus();
        map.press("ArrowLeft");
        role(AriaRole.LINK, "Drawing trees").click();
        assertThat(role(AriaRole.HEADING, "Drawing trees")).isVisible();
    }

    @Test
    void theApiIsDescribedForPeople() {
        go("/api");
        assertThat(page.locator("details.route").nth(10)).isVisible();
        page.getByText("GET/api/search").first().click();
        assertThat(page.getByText(
                        "The query; may be left out where a filter or a sort says what is wanted.",
                        new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.getByText("POST/api/tag").click();
        assertThat(page.getByText("Only labels of at least this probability; all if not given."))
                .isVisible();
    }

    @Test
    void theKeyboardAloneIsEnough() {
        go("/labels");
        page.locator("body").press("/");
        assertThat(role(AriaRole.HEADING, "Search the collection")).isVisible();
        page.keyboard().type("drawing");
        assertThat(cards().first()).isVisible();
        Locator first = cards().first().getByRole(AriaRole.LINK).first();
        for (int tab = 0; tab < 60 && !isFocused(first); tab++) { // filters, facets and the order come before
            page.keyboard().press("Tab");
        }
        assertThat(first).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/paper/"));
    }

    private static boolean isFocused(Locator element) {
        return (Boolean) element.evaluate("(one) => one === document.activeElement");
    }

    @Test
    void theSkipLinkLeadsPastTheMenuAndKeepsThePage() {
        go("/labels");
        assertThat(role(AriaRole.HEADING, "All labels")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        assertThat(page).hasURL(Pattern.compile("#/labels$"));
    }

    @Test
    void whatIsNotThereAndAServerThatIsGoneAreToldInWords() {
        go("/paper/none");
        assertThat(role(AriaRole.ALERT, "")).containsText("there is no paper 'none'");
        go("/");
        context.setOffline(true);
        page.getByLabel("Query").fill("graphs");
        assertThat(role(AriaRole.ALERT, "")).containsText("The server cannot be reached");
        complaints.removeIf(text -> text.contains("404") || text.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "800, LIGHT", "800, DARK", "390, LIGHT", "390, DARK"})
    void everyPageCanBeReadByEverybody(int width, ColorScheme scheme) {
        context.close();
        open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        for (String path : PAGES) {
            go(path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            shot(path, width, scheme);
            List<String> serious = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .map(Rule::toString)
                            .toList();
            assertThat(serious).as(path + " at " + width + " " + scheme).isEmpty();
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as(path + " at " + width + " does not scroll sideways")
                    .isTrue();
        }
        complaints.removeIf(text -> text.contains("404")); // of the paper that is not there
    }

    /** For those who look at pages: where SCIMULT_SCREENSHOTS names a folder. */
    private void shot(String path, int width, ColorScheme scheme) {
        String out = System.getenv("SCIMULT_SCREENSHOTS");
        if (out != null) {
            String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + scheme + ".png";
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(out, name)));
        }
    }
}
