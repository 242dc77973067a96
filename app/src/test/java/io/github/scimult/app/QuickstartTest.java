package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.sample.SampleCollection;
import io.github.scimult.training.fixture.RunLogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's stages after training, on a model of random weights. */
class QuickstartTest {
    @TempDir
    private Path temporary;

    private Path out;
    private Path base;

    @BeforeEach
    void prepare() throws IOException {
        out = temporary.resolve("quickstart");
        base = CommandLineRun.tinyBert(temporary.resolve("tiny-bert"));
    }

    @Test
    void aTrainedModelIsMeasuredReportedAndNotMeasuredAgain() throws IOException {
        placeTrainedModel();
        CommandLineRun run = quickstart();
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(out.resolve("report/report.html")).isNotEmptyFile();
        assertThat(out.resolve("report/report.json")).isNotEmptyFile();
        assertThat(out.resolve("report/training.html")).isNotEmptyFile();
        assertThat(out.resolve("report/runs")).isNotEmptyDirectory();

        CommandLineRun again = quickstart();
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).contains("finished quickstart").contains("--force");
    }

    @Test
    void aForeignFolderIsRefusedEvenByForce() throws IOException {
        Path mine = Files.createDirectories(out).resolve("thesis.tex");
        Files.writeString(mine, "mine");
        CommandLineRun run = quickstart("--force");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("thesis.tex").contains("--out");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void absurdMinutesAreRefusedBeforeAnythingIsWritten() {
        for (String minutes : new String[] {"-1", "0", "NaN"}) {
            CommandLineRun run = CommandLineRun.of("quickstart", "--out", out, "--minutes", minutes);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("--minutes");
        }
        assertThat(out).doesNotExist();
    }

    private void placeTrainedModel() throws IOException {
        SampleCollection.unpack(out.resolve("sample"));
        CommandLineRun.tinyBert(out.resolve("model"));
        RunLogFixture.write(out.resolve("model"), RunLogFixture.lines());
        Files.writeString(out.resolve("model/manifest.json"), "{}");
    }

    private CommandLineRun quickstart(Object... more) {
        Object[] arguments = new Object[more.length + 9];
        Object[] first = {
            "quickstart",
            "--out",
            out,
            "--set",
            "model.base=" + base,
            "--set",
            "compute.precision=float32",
            "--set",
            "compute.attention=fused"
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return CommandLineRun.of(arguments);
    }
}
