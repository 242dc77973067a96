package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of citations becomes a collection that can be evaluated. */
class ImportCommandTest {
    @TempDir
    private Path folder;

    private Path library;
    private Path out;

    @BeforeEach
    void writeLibrary() throws IOException {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            entries.append("@article{p%d, title = {Paper of topic%d}, keywords = {topic%d}, year = %d}\n"
                    .formatted(i, i % 3, i % 3, 2000 + i / 3));
        }
        library = Files.writeString(folder.resolve("my.bib"), entries + "@article{bad, title = {Open}\n");
        out = folder.resolve("out");
    }

    @Test
    void aBadEntryIsNamedAndTheRestDividedAndEvaluated() throws IOException {
        String report = CommandLineRun.output(
                "import", "bibtex", "--in", library, "--out", out, "--split", "80/10/10", "--split-by", "time");

        assertThat(report)
                .contains("30 paper records", "1 left out", "my.bib:31: the entry 'bad' cannot be read")
                .contains("split 80/10/10 by time (train 2000 to 2007, dev 2008 to 2008, test 2009 to 2009)")
                .contains("24 queries for train, 3 for dev, 3 for test");
        Path model = CommandLineRun.tinyBert(folder.resolve("model"));
        assertThat(CommandLineRun.output(
                        "evaluate", "--collection", out, "--split", "test", "--model", model, "--base", model))
                .contains("classification");
    }

    @Test
    void theFirstBadEntryRefusesAllIfThatIsAskedFor() {
        CommandLineRun run = CommandLineRun.of("import", "bibtex", "--in", library, "--out", out, "--strict");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("my.bib:31:").doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void splitsThatMakeNoSenseEndWithTwo() {
        assertUsage("add up to 100, not 80/10/20", "--split", "80/10/20");
        assertUsage("--split-by is random or time, not size", "--split", "80/10/10", "--split-by", "size");
        assertUsage("--split-by needs shares", "--split", "train", "--split-by", "time");
        assertUsage("exclude each other", "--split", "80/10/10", "--dev", "0.1");
        assertUsage("mutually exclusive", "--skip-bad", "--strict");
        assertThat(out).doesNotExist();
    }

    private void assertUsage(String message, Object... options) {
        Object[] call = Stream.concat(
                        Stream.of("import", "bibtex", "--in", library, "--out", out), Arrays.stream(options))
                .toArray();
        CommandLineRun run = CommandLineRun.of(call);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains(message);
    }
}
