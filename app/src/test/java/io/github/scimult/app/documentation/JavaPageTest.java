package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each line of Java that docs/java.md shows stands in a test, and so compiles and runs. */
class JavaPageTest {
    private static final List<String> TESTS = List.of(
            "library/src/test/java/io/github/scimult/library/SnippetsTest.java",
            "langchain4j/src/test/java/io/github/scimult/langchain4j/ScimultEmbeddingModelTest.java");

    @Test
    void whatItShowsIsTested() throws IOException {
        String tested = "";
        for (String test : TESTS) {
            tested += Files.readString(
                    Page.of("README.md").path().toAbsolutePath().resolveSibling(test));
        }
        List<String> shown = Page.of("docs/java.md").fenced("java").stream()
                .flatMap(String::lines)
                .map(String::strip)
                .toList();
        assertThat(shown).hasSizeGreaterThan(15);
        assertThat(lines(tested)).containsAll(shown);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }
}
