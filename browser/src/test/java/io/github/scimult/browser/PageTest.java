package io.github.scimult.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do on the served page, in a real Chromium. */
class PageTest {
    private static final List<String> PAGES =
            List.of("/?q=drawing graphs", "/", "/paper/6", "/paste", "/labels", "/api", "/map");

    @TempDir
    private static Path folder;

    private static Playwright playwright;
    private static Browser browser;
    private static ServedPapers served;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

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

    private void open(Browser.NewContextOptions options) {
        context = browser.newContext(options);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
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

    private void go(String path) {
        page.navigate(served.server().address() + "#" + path);
    }

    private Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    private Locator cards() {
        return page.locator("ol.answers > li");
    }

    @Test
    void typingFindsPapersMarksTheirWordsAndKeepsTheQueryInTheAddress() {
        go("/");
        page.getByLabel("Query").fill("drawing graphs");
        assertThat(cards().first()).containsText("Drawing large graphs");
        assertThat(cards().first().locator("mark").first()).hasText("Drawing");
        assertThat(cards().first()).containsText(Pattern.compile("dense rank 1"));
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
        assertThat(page.getByText("Nothing was found. Try other words, or fewer filters."))
                .isVisible();
        page.getByLabel("From year").fill("2020");
        page.getByLabel("To year").fill("2010");
        assertThat(role(AriaRole.ALERT, "")).containsText("no year is from 2020");
        complaints.removeIf(text -> text.contains("400")); // the browser tells of refused requests itself
    }

    @Test
    void aLabelOnAPaperLeadsToThePapersThatCarryIt() {
        go("/paper/1");
        page.locator("ul.chips").getByText("graphs").click();
        assertThat(page.getByText("Only papers with the label")).isVisible();
        page.getByLabel("Query").fill("large");
        assertThat(cards()).hasCount(1);
        role(AriaRole.BUTTON, "All papers").click();
        assertThat(cards().nth(1)).isVisible();
    }

    @Test
    void aPaperShowsLabelsThatFitWhatItMightCiteAndWhatItCites() {
        go("/paper/6");
        assertThat(role(AriaRole.HEADING, "Zooming into maps")).isVisible();
        assertThat(page.getByText("Cites 2 papers of this collection")).isVisible();
        assertThat(page.getByText("and 1 elsewhere")).isVisible();
        Locator mightCite = page.locator("section", new Page.LocatorOptions().setHasText("Recommended citations"));
        assertThat(mightCite.locator("li").first()).isVisible();
        assertThat(mightCite).not().containsText("Drawing trees");
        Locator labels = page.locator("section", new Page.LocatorOptions().setHasText("Suggested labels"));
        assertThat(labels.locator("li").first()).isVisible();
        role(AriaRole.BUTTON, "Copy as BibTeX").click();
        assertThat(role(AriaRole.BUTTON, "Copied")).isVisible();
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .contains("@article{Author2008-6", "title = {{Zooming into maps}}");
    }

    @Test
    void aPaperWithoutLabelsShowsNothingInTheirPlace() {
        go("/paper/5");
        assertThat(role(AriaRole.HEADING, "Colour maps for the colour-blind")).isVisible();
        assertThat(page.locator("main")).not().containsText("null");
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
        role(AriaRole.BUTTON, "Copy all as BibTeX").click();
        assertThat(role(AriaRole.BUTTON, "Copied")).isVisible();
    }

    @Test
    void aNewLabelIsListedAndUsedAtOnce() {
        go("/labels");
        page.getByLabel("Name").fill("cartography");
        page.getByLabel("Definition").fill("Making and reading maps.");
        role(AriaRole.BUTTON, "Add the label").click();
        assertThat(page.getByText("is used from now on")).isVisible();
        page.getByLabel("Only those with these words").fill("carto");
        assertThat(page.getByText("1 labels")).isVisible();
        go("/paper/6");
        assertThat(page.locator("ul.bars")).containsText("cartography");
    }

    @Test
    void theMapShowsPapersAndLeadsToThem() {
        go("/map");
        Locator map = page.locator("canvas.map");
        assertThat(page.locator("p.status")).hasText("6 papers");
        assertThat(page.locator("ul.maplegend")).containsText("text retrieval");
        page.getByLabel("Mark titles with these words").fill("trees");
        assertThat(page.locator("p.status")).hasText("6 papers, 1 marked");
        assertThat(page.locator("main ul.list > li")).hasCount(1);
        role(AriaRole.BUTTON, "Zoom in").click();
        map.focus();
        map.press("ArrowLeft");
        page.getByText("Drawing trees").click();
        assertThat(role(AriaRole.HEADING, "Drawing trees")).isVisible();
    }

    @Test
    void theApiIsDescribedForPeople() {
        go("/api");
        assertThat(page.locator("details.route").nth(10)).isVisible();
        page.getByText("GET/api/search").first().click();
        assertThat(page.getByText("The query.", new Page.GetByTextOptions().setExact(true)))
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
        for (int tab = 0; tab < 7; tab++) { // six filters, then the first answer
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/paper/"));
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
    }
}
