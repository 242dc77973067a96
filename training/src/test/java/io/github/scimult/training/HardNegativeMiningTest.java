package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import io.github.scimult.training.negative.HardNegativeFile;
import io.github.scimult.training.negative.MinedHardNegatives;
import io.github.scimult.training.pair.PairBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hard negatives are mined under the model again and again, and a run that was stopped samples the same ones. */
class HardNegativeMiningTest extends OnTinyCollection {
    private TinyRun run(String name, String... settings) throws IOException {
        List<String> common = List.of(
                "hardNegatives.model=1",
                "hardNegatives.refreshSteps=4",
                "hardNegatives.depth=5",
                "budget.steps=10",
                "merge.alpha=1");
        return tinyRun(name, common, settings);
    }

    @Test
    void theyAreMinedAnewAfterTheGivenNumberOfSteps() throws IOException {
        RecordedEvents told = new RecordedEvents();
        TinyRun run = run("run").listenedToBy(told);
        assertThat(run.start(ALL)).isTrue();
        List<String> notes = told.notes();
        assertThat(notes).anyMatch(note -> note.startsWith("papers/link") && note.contains("of step 0 for"));
        assertThat(notes).anyMatch(note -> note.startsWith("papers/link") && note.contains("of step 4 for"));
        assertThat(notes).anyMatch(note -> note.startsWith("papers/link") && note.contains("of step 8 for"));
    }

    @Test
    void theyChangeWhatIsTrained() throws IOException {
        TinyRun with = run("with");
        TinyRun without = run("without", "hardNegatives.model=0");
        assertThat(with.start(ALL)).isTrue();
        assertThat(without.start(ALL)).isTrue();
        assertThat(with.result()).isNotEqualTo(without.result());
    }

    @Test
    void aRunStoppedBetweenTwoMiningsEndsWithTheSameBits() throws IOException {
        endTheSame(run("whole"), run("parts"), 6);
    }

    @Test
    void towardsTheEndOfARunThoseMinedBeforeDoAndARunStoppedThereEndsWithTheSameBits() throws IOException {
        for (int stop : new int[] {9, 10}) {
            RecordedEvents told = new RecordedEvents();
            TinyRun whole = late("whole" + stop, told);
            TinyRun parts = late("parts" + stop, told);
            endTheSame(whole, parts, stop);
            assertThat(told.notes())
                    .filteredOn(note -> note.contains("mined under"))
                    .isNotEmpty()
                    .allMatch(note -> note.contains("of step 0 for"));
        }
    }

    /** Nine of eleven steps are over when a second search would be due. */
    private TinyRun late(String name, RecordedEvents told) throws IOException {
        return run(name, "hardNegatives.refreshSteps=9", "budget.steps=11").listenedToBy(told);
    }

    @Test
    void whatMiningTakesIsNoPartOfTheSchedulesTime() throws IOException {
        long[] minedAt = {0};
        List<Double> seconds = new ArrayList<>();
        TinyRun run = run("run", "budget.minutes=9", "budget.steps=0", "hardNegatives.refreshSteps=1")
                .listenedToBy(event -> {
                    if (event instanceof TrainingEvent.Note note && note.text().contains("mined under the model")) {
                        minedAt[0] = System.nanoTime();
                    } else if (event instanceof TrainingEvent.Step step) {
                        seconds.add(step.seconds());
                        assertThat(step.seconds()).isLessThanOrEqualTo((System.nanoTime() - minedAt[0]) / 1e9);
                    }
                });
        assertThat(run.start(3)).isFalse();
        JsonNode clock = new ObjectMapper()
                .readTree(run.latest().resolve("state.json").toFile())
                .at("/state/clock");
        double training = seconds.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(seconds).hasSize(3);
        assertThat(clock.get("trainingSeconds").asDouble()).isCloseTo(training, within(1e-9));
        assertThat(clock.get("elapsedSeconds").asDouble()).isGreaterThan(training);
    }

    @Test
    void whereTheTimeForMiningEndsItIsSaid() throws IOException {
        RecordedEvents told = new RecordedEvents();
        TinyRun run = run("run", "budget.minutes=0.0001", "budget.steps=0").listenedToBy(told);
        assertThat(run.start(ALL)).isTrue();
        assertThat(told.notes())
                .anyMatch(note -> note.startsWith("papers/link: hard negatives mined under the model of step 0 for")
                        && note.endsWith("queries, as many as the time for mining allows"));
    }

    @Test
    void onlyTheTasksThatAreNamedGetThem() throws IOException {
        RecordedEvents told = new RecordedEvents();
        TinyRun run = run("run", "hardNegatives.tasks=[link]").listenedToBy(told);
        assertThat(run.start(ALL)).isTrue();
        assertThat(told.work())
                .filteredOn(what -> what.contains("under the model"))
                .hasSize(3)
                .allMatch(what -> what.endsWith(": papers/link"));
    }

    @Test
    void miningByBm25NeedsABm25Index() throws IOException {
        TinyRun run = run("run", "hardNegatives.bm25=1");
        assertThatThrownBy(() -> run.start(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hardNegatives.bm25 needs a BM25 index");
    }

    @Test
    void eachMiningSamplesOtherQueriesAndCandidates() throws IOException {
        TinyRun run = run("run", "hardNegatives.maxCandidates=9", "hardNegatives.tasks=[link]");
        List<List<Integer>> searched = new ArrayList<>();
        run.listenedToBy(event -> {
            if (event instanceof TrainingEvent.Note note && note.text().contains("mined under the model")) {
                searched.add(queriesOfNewestMining(run));
            }
        });
        run.start(9);
        assertThat(searched).hasSize(3).doesNotHaveDuplicates();
        assertThat(searched.stream().flatMap(List::stream).distinct()).hasSizeGreaterThan(9);
    }

    private static List<Integer> queriesOfNewestMining(TinyRun run) {
        try (Stream<Path> all = Files.walk(run.files().hardNegatives())) {
            Path newest = all.filter(file -> file.toString().endsWith(".bin"))
                    .max(Comparator.comparing(file -> Integer.parseInt(
                            file.getParent().getFileName().toString().replaceAll("\\D", ""))))
                    .orElseThrow();
            int[][] rows = HardNegativeFile.read(newest, linkQueries()).rows();
            return IntStream.range(0, rows.length)
                    .filter(query -> rows[query].length > 0)
                    .boxed()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int linkQueries() throws IOException {
        try (LiteratureCollection papers = LiteratureCollection.open(collection)) {
            return PairBuilder.read(papers, Task.LINK, 100, 17).queries().length;
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 50000, 50000, 500", "1000, 300, 50000, 700", "1000, 50000, 300, 700", "100, 50, 80, 256"})
    void queriesCountInTheTimeThatMiningMayTake(double texts, int queries, int candidates, int expected) {
        int limit = HardNegativeMiner.affordable(texts, queries, candidates);
        assertThat(limit).isEqualTo(expected);
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
    void aRunOfFewStepsMinesAmongNoMoreThanItTrainsOn() throws IOException {
        assertThat(searched("budget.minutes=0", "budget.steps=50")).isEqualTo(2_048);
        assertThat(searched("budget.minutes=0", "budget.steps=600", "batch.queries=32"))
                .isEqualTo(600 * 32);
        assertThat(searched("budget.minutes=30")).isEqualTo(50_000);
    }

    private static int searched(String... settings) throws IOException {
        TrainingConfig config = ConfigurationReader.read(TrainingConfig.defaults(), null, List.of(settings));
        return HardNegativeMining.bounded(config).maxCandidates();
    }
}
