package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import io.github.scimult.training.negative.HardNegativeFile;
import io.github.scimult.training.negative.MinedHardNegatives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Neighbours under the model are searched for again and again, and a run that was stopped draws the same ones. */
class HardNegativeScheduleTest extends OnTinyCollection {
    private TinyRun run(String name, String... settings) throws IOException {
        List<String> common = List.of(
                "neighbours.model=1",
                "neighbours.everySteps=4",
                "neighbours.depth=5",
                "budget.steps=10",
                "merge.share=1");
        return tinyRun(name, common, settings);
    }

    private static TrainingListener into(List<String> notes) {
        return new TrainingListener() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        };
    }

    @Test
    void theyAreSearchedForEverySoManySteps() throws IOException {
        List<String> notes = new ArrayList<>();
        TinyRun run = run("run").listenedToBy(into(notes));
        assertThat(run.start(ALL)).isTrue();
        assertThat(notes).anyMatch(note -> note.startsWith("papers/link") && note.contains("of step 0 that"));
        assertThat(notes).anyMatch(note -> note.startsWith("papers/link") && note.contains("of step 4 that"));
        assertThat(notes).anyMatch(note -> note.startsWith("papers/link") && note.contains("of step 8 that"));
    }

    @Test
    void theyChangeWhatIsTrained() throws IOException {
        TinyRun with = run("with");
        TinyRun without = run("without", "neighbours.model=0");
        assertThat(with.start(ALL)).isTrue();
        assertThat(without.start(ALL)).isTrue();
        assertThat(with.result()).isNotEqualTo(without.result());
    }

    @Test
    void aRunStoppedBetweenTwoSearchesEndsWithTheSameBits() throws IOException {
        endTheSame(run("whole"), run("parts"), 6);
    }

    @Test
    void towardsTheEndOfARunThoseFoundBeforeDoAndARunStoppedThereEndsWithTheSameBits() throws IOException {
        for (int stop : new int[] {9, 10}) {
            List<String> notes = new ArrayList<>();
            TinyRun whole = late("whole" + stop, notes);
            TinyRun parts = late("parts" + stop, notes);
            endTheSame(whole, parts, stop);
            assertThat(notes)
                    .filteredOn(note -> note.contains("neighbours under"))
                    .isNotEmpty()
                    .allMatch(note -> note.contains("of step 0 that"));
        }
    }

    /** Nine of eleven steps are over when a second search would be due. */
    private TinyRun late(String name, List<String> notes) throws IOException {
        return run(name, "neighbours.everySteps=9", "budget.steps=11").listenedToBy(into(notes));
    }

    @Test
    void onlyTheTasksThatAreNamedGetThem() throws IOException {
        List<String> searches = new ArrayList<>();
        TinyRun run = run("run", "neighbours.tasks=[link]").listenedToBy(new TrainingListener() {
            @Override
            public void measuring(String what) {
                if (what.contains("neighbours under")) {
                    searches.add(what);
                }
            }
        });
        assertThat(run.start(ALL)).isTrue();
        assertThat(searches).hasSize(3).allMatch(what -> what.startsWith("papers/link, "));
    }

    @Test
    void byWordsThereMustBeAnIndexOfWords() throws IOException {
        TinyRun run = run("run", "neighbours.bm25=1");
        assertThatThrownBy(() -> run.start(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neighbours.bm25 needs an index of words");
    }

    @Test
    void aFileThatIsDamagedIsRefused() throws IOException {
        Path file = temporary.resolve("0.bin");
        HardNegativeFile.write(file, new MinedHardNegatives(new int[][] {{3, 1}, {}, {2}}));
        assertThat(HardNegativeFile.read(file, 3).rows()).isDeepEqualTo(new int[][] {{3, 1}, {}, {2}});
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> HardNegativeFile.read(file, 3))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("0.bin: is damaged");
        assertThatThrownBy(() -> HardNegativeFile.read(file, 2)).isInstanceOf(BadDataException.class);
    }

    @Test
    void aRunOfFewStepsSearchesNoMoreThanItTrainsOn() throws IOException {
        assertThat(searched("budget.minutes=0", "budget.steps=50")).isEqualTo(2_048);
        assertThat(searched("budget.minutes=0", "budget.steps=600", "batch.queries=32"))
                .isEqualTo(600 * 32);
        assertThat(searched("budget.minutes=30")).isEqualTo(50_000);
    }

    private static int searched(String... settings) throws IOException {
        TrainingConfig config = ConfigurationReader.read(TrainingConfig.defaults(), null, List.of(settings));
        return HardNegativeSchedule.searching(config).most();
    }
}
