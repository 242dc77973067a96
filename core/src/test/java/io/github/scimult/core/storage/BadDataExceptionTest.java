package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BadDataExceptionTest {
    @Test
    void aMessageThatHoldsHalfAFileIsCutInItsMiddle() {
        String message = BadDataException.in(
                        Path.of("a.tsv"), 7, "the score '" + "9".repeat(1_000_000) + "' is no whole number.")
                .getMessage();
        assertThat(message)
                .hasSizeLessThan(3100)
                .startsWith("a.tsv:7: the score '9")
                .endsWith("9' is no whole number.");
    }
}
