package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.scimult.app.command.ScimultCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documentation tells people to type and to open is there. */
class PagesTest {
    /** What the launcher carries out itself, and the quick start, which is called without options. */
    private static final Set<String> WITHOUT_OPTIONS = Set.of("test", "format", "package", "quickstart");

    /** The target of a link within the project, without its anchor. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void everyCallOfTheProgramIsUnderstood() {
        List<String> calls = Page.all().stream()
                .flatMap(page -> page.calls().stream())
                .filter(call -> !WITHOUT_OPTIONS.contains(call.split(" ")[0]))
                .distinct()
                .toList();
        assertThat(calls)
                .hasSizeGreaterThan(8)
                .allSatisfy(call -> assertThatCode(() -> parse(call)).doesNotThrowAnyException());
    }

    @Test
    void everyLinkWithinTheProjectLeadsSomewhere() {
        assertThat(Page.all())
                .allSatisfy(page -> assertThat(LINK.matcher(page.text())
                                .results()
                                .map(link -> link.group(1))
                                .toList())
                        .allSatisfy(target -> assertThat(target(page, target)).exists()));
    }

    private static void parse(String call) {
        new CommandLine(new ScimultCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words(call));
    }

    /** As a shell takes a call apart: texts in quotes stay whole, and what is read from a file is no argument. */
    private static String[] words(String call) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(call.replaceFirst(" <.*", ""))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    private static Path target(Page page, String target) {
        return page.path().resolveSibling(target);
    }
}
