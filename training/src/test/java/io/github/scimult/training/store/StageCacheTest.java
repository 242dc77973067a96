package io.github.scimult.training.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stage that another run has finished is taken over where it is the same, and only there. */
class StageCacheTest extends OnTinyCollection {
    private TinyRun run(String name, String variant, String... more) throws IOException {
        List<String> common = List.of(
                "variant=" + variant,
                "stages=[{variant: vanilla, share: 0.4}]",
                "dev.times=1",
                "neighbours.everySteps=3",
                "budget.steps=10");
        return tinyRun(name, common, more);
    }

    /** The numbers of the steps that a run makes itself. */
    private static List<Long> steps(TinyRun run) throws IOException {
        List<Long> steps = new ArrayList<>();
        run.listenedToBy(new TrainingListener() {
            @Override
            public void step(Step step) {
                steps.add(step.step());
            }
        });
        assertThat(run.start(ALL)).isTrue();
        return steps;
    }

    @Test
    void aRunThatTakesAStageOverEndsWithTheSameBitsAsOneThatTrainsIt() throws IOException {
        TinyRun other = run("other", "mha-experts");
        assertThat(steps(other)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        TinyRun alone = run("alone", "instruction");
        steps(alone);
        TinyRun after = run("after", "instruction").after(run("never-begun", "prefix"), other);
        assertThat(steps(after)).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(after.result()).isEqualTo(alone.result()).isNotEqualTo(other.result());
        assertThat(after.state()).usingRecursiveComparison().isEqualTo(alone.state());
        assertThat(after.files().steps()).isEqualTo(10);
    }

    @Test
    void aStageThatDiffersInAnythingThatItLearnsFromIsTrained() throws IOException {
        TinyRun other = run("other", "mha-experts");
        steps(other);
        assertThat(steps(run("seed", "ffn-experts", "seed=18").after(other))).hasSize(10);
        assertThat(steps(run("rate", "ffn-experts", "optim.lr=0.001").after(other)))
                .hasSize(10);
        assertThat(steps(run("longer", "ffn-experts", "budget.steps=15").after(other)))
                .hasSize(15);
        assertThat(steps(run("blocks", "ffn-experts", "model.expertBlocks=mod3").after(other)))
                .as("Vanilla has no experts")
                .hasSize(6);
    }

    @Test
    void aStageOfDataThatHasChangedSinceIsTrained() throws IOException {
        Path changing = TinyRun.collection(temporary.resolve("changing"), 30);
        TinyRun other = run("other", "mha-experts").besides(changing);
        steps(other);
        assertThat(steps(run("same", "ffn-experts").besides(changing).after(other)))
                .hasSize(6);
        TinyRun.delete(changing);
        TinyRun.collection(changing, 31);
        assertThat(steps(run("after", "ffn-experts").besides(changing).after(other)))
                .hasSize(10);
    }

    @Test
    void aStageWhoseNeighboursAreGoneIsTrained() throws IOException {
        TinyRun other = run("other", "mha-experts");
        steps(other);
        TinyRun.delete(other.files().neighbours());
        assertThat(steps(run("after", "ffn-experts").after(other))).hasSize(10);
    }

    @Test
    void aStageThatWasBegunIsGoneOnWith() throws IOException {
        TinyRun begun = run("begun", "ffn-experts");
        assertThat(begun.start(2)).isFalse();
        TinyRun other = run("other", "mha-experts");
        steps(other);
        TinyRun alone = run("alone", "ffn-experts");
        steps(alone);
        assertThat(begun.after(other).resume(ALL)).isTrue();
        assertThat(begun.result()).isEqualTo(alone.result());
        assertThat(begun.files().stage(1, Variant.VANILLA).training()).exists();
    }

    @Test
    void aRunThatIsStoppedRightAfterTheSeamGoesOn() throws IOException {
        TinyRun other = run("other", "mha-experts");
        steps(other);
        TinyRun whole = run("whole", "prefix").after(other);
        steps(whole);
        TinyRun parts = run("parts", "prefix").after(other);
        assertThat(parts.start(1)).isFalse();
        assertThat(parts.resume(ALL)).isTrue();
        assertThat(parts.result()).isEqualTo(whole.result());
        assertThat(parts.files().stage(1, Variant.VANILLA).training()).doesNotExist();
    }
}
