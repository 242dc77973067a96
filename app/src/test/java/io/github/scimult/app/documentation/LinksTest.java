package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages are short, lead where they say, and are all in the site's navigation. */
class LinksTest {
    private static final int MAX_LINES = 150;

    /** The target of a link within the project, and its anchor. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)]*))?\\)");

    private static final Pattern NAVIGATION = Pattern.compile("(?m)^ +- [^:]+: (\\S+\\.md)$");

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatAreThere() {
        assertThat(Page.all())
                .hasSizeGreaterThan(25)
                .allSatisfy(page -> assertThat(
                                LINK.matcher(page.text()).results().toList())
                        .allSatisfy(link -> {
                            Path target = link.group(1).isEmpty()
                                    ? page.path()
                                    : page.path().resolveSibling(link.group(1)).normalize();
                            assertThat(target).exists();
                            if (link.group(2) != null) {
                                assertThat(anchors(Page.at(target))).contains(link.group(2));
                            }
                        }));
    }

    @Test
    void pagesOfTheSiteLinkToNothingOutsideIt() {
        assertThat(Page.in("docs"))
                .allSatisfy(
                        page -> assertThat(LINK.matcher(page.text()).results().map(link -> link.group(1)))
                                .noneMatch(target -> target.startsWith("..")));
    }

    @Test
    void noPageIsLongerThanOneReadsAtOnce() {
        assertThat(Page.all())
                .filteredOn(page -> !page.path().endsWith("CHANGELOG.md"))
                .allSatisfy(
                        page -> assertThat(page.lines()).as("%s", page.path()).hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void everyPageIsInTheNavigationOnce() throws IOException {
        List<String> navigation = NAVIGATION
                .matcher(Files.readString(Page.root().resolve("mkdocs.yml")))
                .results()
                .map(entry -> entry.group(1))
                .toList();
        assertThat(navigation)
                .containsExactlyInAnyOrderElementsOf(Page.in("docs").stream()
                        .map(page -> page.path().getFileName().toString())
                        .toList());
    }

    @Test
    void contributorsFindTheirNineAnswers() {
        String page = Page.of("CONTRIBUTING.md").text();
        for (String question : List.of(
                "the loss?",
                "a batch made?",
                "a hard negative chosen?",
                "the fused ranking computed?",
                "a route declared?",
                "How do I add a loss?",
                "How do I add an importer?",
                "How do I add an architecture?",
                "How do I add a route?")) {
            String answer =
                    page.substring(page.indexOf(question)).lines().limit(6).reduce("", (all, line) -> all + line);
            assertThat(page).contains(question);
            assertThat(answer).as(question).contains("/src/main/java/io/github/scimult/");
        }
    }

    /** The anchors of a page's headings, as GitHub and MkDocs make them. */
    private static List<String> anchors(Page page) {
        return page.lines().stream()
                .filter(line -> line.startsWith("#"))
                .flatMap(line -> Stream.of(line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-')))
                .toList();
    }
}
