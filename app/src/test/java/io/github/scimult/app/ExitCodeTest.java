package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong ends with 1 (data, files, runs) or 2 (the call), says so, and leaves nothing half-written. */
class ExitCodeTest {
    @TempDir
    private Path folder;

    private Path collection;
    private Path model;

    @BeforeEach
    void generate() throws IOException {
        collection = folder.resolve("papers");
        model = folder.resolve("model");
        SyntheticCollection.generate(collection, SyntheticSettings.of(20, 10, 5));
    }

    @Test
    void helpEndsWithZero() {
        for (String command : new String[] {"train", "evaluate", "embed", "validate"}) {
            assertThat(CommandLineRun.of(command, "--help").exitCode()).isZero();
        }
    }

    @Test
    void noCommandAnUnknownOneOrAnUnknownOptionEndWithTwo() {
        assertThat(CommandLineRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("trian").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("validate", "--colection", collection).exitCode())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("train", "--out", model).errors()).contains("--collection DIR");
    }

    @Test
    void anUnknownSettingEndsWithTwoAndNamesTheNearestOne() {
        CommandLineRun run = train("--set", "optim.lrr=1e-4");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("lrr").contains("optim.lr");
        assertThat(model).doesNotExist();
    }

    @Test
    void absurdValuesEndWithTwoAndNameValueAndBound() {
        CommandLineRun minutes = train("--minutes", "-1");
        assertThat(minutes.exitCode()).isEqualTo(2);
        assertThat(minutes.errors()).contains("minutes").contains("-1");
        assertThat(train("--steps", "many").exitCode()).isEqualTo(2);
        assertThat(train("--set", "optim.lr=7").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("evaluate", "--collection", collection, "--split", "tset")
                        .exitCode())
                .isEqualTo(2);
        assertThat(model).doesNotExist();
    }

    @Test
    void aMissingCollectionEndsWithOneAndNamesTheFolder() {
        CommandLineRun run = CommandLineRun.of("validate", "--collection", folder.resolve("nowhere"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("nowhere").doesNotContain("\tat ");
    }

    @Test
    void aBadLineEndsWithOneAndNamesFileAndLine() throws IOException {
        Files.writeString(collection.resolve("corpus.jsonl"), "{\"_id\": \"x\", \n", StandardOpenOption.APPEND);
        CommandLineRun run = CommandLineRun.of("validate", "--collection", collection);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("corpus.jsonl:21").doesNotContain("\tat ");
    }

    @Test
    void aJudgementOfAnUnknownPaperEndsWithOne() throws IOException {
        Files.writeString(
                collection.resolve("qrels/link/train.tsv"), "nobody\tnothing\t1\n", StandardOpenOption.APPEND);
        CommandLineRun run = CommandLineRun.of("validate", "--collection", collection);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("train.tsv:").contains("nobody");
    }

    @Test
    void aDamagedModelEndsWithOneAndNamesTheFile() throws IOException {
        Path damaged = CommandLineRun.tinyBert(folder.resolve("damaged"));
        Files.write(damaged.resolve("model.safetensors"), new byte[0]);
        Path vectors = folder.resolve("vectors.npy");
        CommandLineRun run = CommandLineRun.of(
                "embed",
                "--model",
                damaged,
                "--task",
                "link",
                "--input",
                collection.resolve("corpus.jsonl"),
                "--output",
                vectors);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("model.safetensors").doesNotContain("\tat ");
        assertThat(vectors).doesNotExist();
    }

    private CommandLineRun train(Object... more) {
        Object[] arguments = new Object[more.length + 5];
        System.arraycopy(new Object[] {"train", "--collection", collection, "--out", model}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandLineRun.of(arguments);
    }
}
