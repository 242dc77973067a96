package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that was interrupted ends as if nothing had happened: the same bits everywhere. */
class ResumeTest extends OnTinyCollection {
    @ParameterizedTest
    @EnumSource(Variant.class)
    void twentyStepsAreTenAndAStopAndTenMore(Variant variant) throws IOException {
        TinyRun whole = run("whole", "variant=" + variant);
        assertThat(whole.start(ALL)).isTrue();

        TinyRun parts = run("parts", "variant=" + variant);
        assertThat(parts.start(10)).isFalse();
        assertThat(parts.state()).containsEntry("step", 10L);
        assertThat(parts.resume(ALL)).isTrue();

        sameBits(parts.state(), whole.state());
        assertThat(parts.result()).isEqualTo(whole.result());
    }

    @Test
    void theBorderOfAnEpochMayLieInBetween() throws IOException {
        String[] settings = {"tasks.weights.link=1", "batch.queries=8", "pseudoQueries.weight=0"};
        TinyRun whole = run("whole", settings);
        whole.start(ALL);
        assertThat((String) whole.state().get("epochs")).matches("\\[[2-9]]");

        TinyRun parts = run("parts", settings);
        parts.start(1);
        boolean ended = false;
        for (int call = 0; call < 19 && !ended; call++) {
            ended = parts.resume(2);
        }
        assertThat(ended).isTrue();
        sameBits(parts.state(), whole.state());
    }

    @Test
    void aRunOfSomeEpochsTakesTheSameStepsWhereverItWasStopped() throws IOException {
        String[] settings = {
            "tasks.weights.link=1", "pseudoQueries.weight=0", "batch.queries=8", "budget.steps=0", "budget.epochs=3"
        };
        TinyRun whole = run("whole", settings);
        assertThat(whole.start(ALL)).isTrue();
        long steps = (long) whole.state().get("step");
        for (int stop = 1; stop < steps; stop += 3) {
            TinyRun parts = run("parts" + stop, settings);
            assertThat(parts.start(stop)).isFalse();
            assertThat(parts.resume(ALL)).isTrue();
            sameBits(parts.state(), whole.state());
            assertThat(parts.result()).isEqualTo(whole.result());
        }
    }

    @Test
    void pseudoQueriesOfAllKindsResumeToo() throws IOException {
        Path unsearched = TinyRun.collection(temporary.resolve("unsearched"), 40);
        TinyRun.delete(unsearched.resolve("qrels/search"));
        String[] settings = {
            "tasks.weights.search=1",
            "pseudoQueries={title: 1, phrases: 1, sentence: 1}",
            "batch.textTokens=0",
            "model.maxLength=128"
        };
        TinyRun whole = new TinyRun(temporary.resolve("whole"), unsearched, settings);
        whole.start(ALL);
        TinyRun parts = new TinyRun(temporary.resolve("parts"), unsearched, settings);
        parts.start(7);
        parts.resume(ALL);
        sameBits(parts.state(), whole.state());
        assertThat(Files.readString(whole.folder().resolve("manifest.json")))
                .contains("search (by title)", "search (by phrases)", "search (by sentence)");
    }

    @Test
    void stepsOfSeveralBatchesResumeToo() throws IOException {
        String[] settings = {"batch.accumulationSteps=3", "budget.steps=8"};
        TinyRun whole = run("whole", settings);
        whole.start(ALL);
        TinyRun parts = run("parts", settings);
        parts.start(3);
        parts.resume(ALL);
        sameBits(parts.state(), whole.state());
    }

    @Test
    void measuringOnDevDoesNotDisturbTheRun() throws IOException {
        TinyRun silent = run("silent", "merge.alpha=1");
        silent.start(ALL);
        TinyRun measured = run("measured", "dev.everySteps=4", "merge.alpha=1");
        measured.start(10);
        measured.resume(ALL);
        sameBits(measured.state(), silent.state());
    }

    @Test
    void aRunThatWasStoppedBeforeItsFirstStepResumes() throws IOException {
        TinyRun whole = run("whole");
        whole.start(ALL);
        TinyRun parts = run("parts");
        parts.start(0);
        parts.resume(ALL);
        sameBits(parts.state(), whole.state());
    }

    @Test
    void aRunThatWasKilledBeforeItsFirstSaveBeginsAnew() throws IOException {
        TinyRun whole = run("whole");
        whole.start(ALL);
        TinyRun parts = run("parts");
        parts.start(0);
        TinyRun.delete(parts.latest());
        parts.resume(ALL);
        sameBits(parts.state(), whole.state());
    }

    @Test
    void anotherSeedMakesAnotherModel() throws IOException {
        TinyRun one = run("one", "budget.steps=3");
        one.start(ALL);
        TinyRun other = run("other", "budget.steps=3", "seed=18");
        other.start(ALL);
        assertThat(other.result()).isNotEqualTo(one.result());
    }

    @Test
    void aFinishedRunIsNotResumed() throws IOException {
        TinyRun run = run("run", "budget.steps=1");
        run.start(ALL);
        assertThatThrownBy(() -> run.resume(ALL))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("is finished")
                .hasMessageContaining("model.base=" + run.folder());
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        assertThatThrownBy(() -> run("nothing").resume(ALL))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("was not made by training");
    }

    @Test
    void aFolderWithContentIsNoPlaceForANewRun() throws IOException {
        TinyRun run = run("run");
        Files.createDirectories(run.folder());
        Files.writeString(run.folder().resolve("thesis.tex"), "");
        assertThatThrownBy(() -> run.start(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("--resume");
        assertThat(run.folder()).isDirectoryContaining("glob:**thesis.tex");
    }

    @Test
    void aRunThatIsRefusedLeavesNothingBehind() throws IOException {
        Path broken = TinyRun.collection(temporary.resolve("broken"), 20);
        Files.writeString(broken.resolve("labels.jsonl"), "{", java.nio.file.StandardOpenOption.APPEND);
        TinyRun run = new TinyRun(temporary.resolve("run"), broken);
        assertThatThrownBy(() -> run.start(ALL)).hasMessageContaining("labels.jsonl");
        assertThat(run.folder()).doesNotExist();
        Files.createDirectory(run.folder());
        assertThatThrownBy(() -> run.start(ALL)).hasMessageContaining("labels.jsonl");
        assertThat(run.folder()).isEmptyDirectory();
    }

    @Test
    void aCollectionThatHasChangedSinceIsRefused() throws IOException {
        Path changing = TinyRun.collection(temporary.resolve("changing"), 40);
        TinyRun run = new TinyRun(temporary.resolve("run"), changing);
        run.start(5);
        TinyRun.delete(changing);
        SyntheticCollection.generate(changing, SyntheticSettings.of(40, 30, 6));
        assertThatThrownBy(() -> run.resume(ALL))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(changing.toString())
                .hasMessageContaining("changed");
    }

    private TinyRun run(String name, String... settings) throws IOException {
        return tinyRun(name, settings);
    }

    static void sameBits(Map<String, Object> actual, Map<String, Object> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, value) -> assertThat(actual.get(name)).as(name).isEqualTo(value));
    }
}
