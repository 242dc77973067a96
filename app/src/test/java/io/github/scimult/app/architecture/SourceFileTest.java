package io.github.scimult.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay small enough to read at a sitting, and every package says what it is for. */
class SourceFileTest {

    private static final int MOST_LINES = 300;

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
