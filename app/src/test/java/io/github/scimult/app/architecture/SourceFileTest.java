package io.github.scimult.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay small enough to read at a sitting, and every package says what it is for. */
class SourceFileTest {

    private static final int MOST_LINES = 300;
    private static final long MAX_MEDIAN = 80;
    private static final double MAX_PART = 0.22;
    private static final double MIN_TESTED = 0.6;

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : Stream.concat(House.sources("src/main/java").stream(), House.sources("src/test/java").stream())
                .toList()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(House.root().relativize(file) + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).as("files that do more than one thing: split them").isEmpty();
    }

    @Test
    void halfOfTheFilesFitOnAScreen() throws IOException {
        List<Long> lines = new ArrayList<>();
        for (Path file : House.sources("src/main/java")) {
            lines.add(House.lines(List.of(file)));
        }
        assertThat(lines.stream().sorted().toList().get(lines.size() / 2)).isLessThanOrEqualTo(MAX_MEDIAN);
    }

    @Test
    void noModuleOutweighsTheOthers() throws IOException {
        Map<Path, List<Path>> modules = House.sources("src/main/java").stream()
                .collect(Collectors.groupingBy(
                        file -> House.root().relativize(file).getName(0)));
        double all = House.lines(House.sources("src/main/java"));
        assertThat(modules).hasSizeGreaterThan(9);
        for (Map.Entry<Path, List<Path>> module : modules.entrySet()) {
            assertThat(House.lines(module.getValue()) / all)
                    .as("the part of all lines that is in " + module.getKey())
                    .isLessThanOrEqualTo(MAX_PART);
        }
    }

    @Test
    void thereAreAtLeastSixLinesOfTestsForTenOfTheProgram() throws IOException {
        double lines = House.lines(House.sources("src/main/java"));
        assertThat(House.lines(House.sources("src/test/java")) / lines).isGreaterThanOrEqualTo(MIN_TESTED);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(House.sources("src/main/java").stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                        .map(folder -> House.root().relativize(folder).toString()))
                .as("packages without a package-info.java")
                .isEmpty();
    }
}
