package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option's former name is refused with the present one. */
class RenamedOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "search index/ trees --word-weight 1, --word-weight is called --bm25-weight now",
        "cite index/ --paper 1 --word-weight=words, --word-weight is called --bm25-weight now",
        "tag index/ --paper 1 --least 0.5, --least is called --min-probability now",
        "evaluate --collection papers/ --fusion-weight dev, --fusion-weight is called --bm25-weight now",
    })
    void theNewNameIsSaid(String call, String message) {
        CommandLineRun run = CommandLineRun.of((Object[]) call.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("scimult: " + message);
    }
}
