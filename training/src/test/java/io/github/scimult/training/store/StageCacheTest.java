package io.github.scimult.training.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stage that another run has finished is taken over where it is the same, and only there. */
class StageCacheTest extends OnTinyCollection {
    private TinyRun run(String name, String variant, String... more) throws IOException {
        List<String> common = List.of(
                "variant=" + variant,
                "stages=[{variant: vanilla, share: 0.4}]",
                "dev.evaluations=1",
                "hardNegatives.refreshSteps=3",
                "budget.steps=10");
        return tinyRun(name, common, more);
    }

    /** The numbers of the steps that a run makes itself. */
    private static List<Long> steps(TinyRun run) throws IOException {
        RecordedEvents told = new RecordedEvents();
        assertThat(run.listenedToBy(told).start(ALL)).isTrue();
        return told.steps();
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
    void aStageOfAnotherBaseInTheSameFolderIsTrained() throws IOException {
        Path base = temporary.resolve("base");
        copy(Golden.path("tiny-bert"), base);
        String setting = "model.base=" + base;
        TinyRun other = run("other", "mha-experts", setting);
        steps(other);
        assertThat(steps(run("same", "ffn-experts", setting).after(other))).hasSize(6);
        changeWeights(base);
        assertThat(steps(run("after", "ffn-experts", setting).after(other))).hasSize(10);
    }

    @Test
    void aRunIsNotResumedWithAnotherBase() throws IOException {
        Path base = temporary.resolve("base");
        copy(Golden.path("tiny-bert"), base);
        TinyRun run = run("run", "mha-experts", "model.base=" + base);
        assertThat(run.start(2)).isFalse();
        changeWeights(base);
        assertThatThrownBy(() -> run.resume(ALL))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("the base model " + base + " has changed since the run began");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("config.json", "model.safetensors", "tokenizer.json", "vocab.txt")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    /** Flips a bit of the first weight of the file. */
    private static void changeWeights(Path model) throws IOException {
        Path file = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        bytes[Math.toIntExact(Long.BYTES + header)] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aStageWhoseHardNegativesAreGoneIsTrained() throws IOException {
        TinyRun other = run("other", "mha-experts");
        steps(other);
        TinyRun.delete(other.files().hardNegatives());
        assertThat(steps(run("after", "ffn-experts").after(other))).hasSize(10);
    }

    @Test
    void aStageThatWasStartedIsResumed() throws IOException {
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
