package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.ranking.QueryRankings;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.task.RankingTask;
import io.github.scimult.evaluation.task.RankingTaskReader;
import io.github.scimult.evaluation.task.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of an evaluation's rankings: their names, their content, and that they appear whole or not at all. */
class RunFilesTest {
    @TempDir
    private Path folder;

    private LiteratureCollection collection;
    private RankingTask search;

    @BeforeEach
    void open() throws IOException {
        collection = LiteratureCollection.open(
                CollectionFolder.sound(folder.resolve("papers")).path());
        search = RankingTaskReader.read(collection, Split.TEST, Task.SEARCH, Sampling.ALL);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private static RankingSystem system(String name) {
        return new RankingSystem.Encoder(name, new WordCountEncoder(), false);
    }

    private List<String> written(boolean names, String... systems) throws IOException {
        Path runs = folder.resolve("runs");
        List<RankingSystem> all = Stream.of(systems).map(RunFilesTest::system).toList();
        try (RunFiles files = RunFiles.begin(runs, search, all, names)) {
            files.commit();
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAreNamedByTaskAndSystem() throws IOException {
        assertThat(written(false, "trained + BM25", "Base (v1.5)"))
                .containsExactly("search.base-v1.5.run", "search.qrels", "search.trained-bm25.run");
    }

    @Test
    void systemsWhoseNamesBecomeTheSameAreNumbered() throws IOException {
        assertThat(written(false, "A b", "a-B", "A+b"))
                .containsExactly("search.a-b-2.run", "search.a-b-3.run", "search.a-b.run", "search.qrels");
    }

    @Test
    void systemsWhoseNamesHaveNoLettersHaveFilesAllTheSame() throws IOException {
        assertThat(written(false, "模型", "基线"))
                .containsExactly("search.qrels", "search.system-2.run", "search.system.run");
    }

    @Test
    void rankingsWithNamesFirstHaveFilesOfTheirOwn() throws IOException {
        assertThat(written(true, "a")).containsExactly("search.a.names.run", "search.a.run", "search.qrels");
    }

    @Test
    void aRankingIsWrittenWithItsScoresAndTheOneWithNamesFirstCountsDown() throws IOException {
        Path runs = folder.resolve("runs");
        Ranking plain = new Ranking(new int[] {2, 0}, new float[] {0.75f, 0.5f});
        Ranking named = new Ranking(new int[] {0, 2}, new float[] {0.5f, 0.75f});
        try (RunFiles files = RunFiles.begin(runs, search, List.of(system("a")), true)) {
            files.write(search.queries().getFirst(), new QueryRankings[] {new QueryRankings(plain, named)});
            files.commit();
        }
        assertThat(runs.resolve("search.a.run")).hasContent("q1 Q0 p3 1 0.75 a\nq1 Q0 p1 2 0.5 a\n");
        assertThat(runs.resolve("search.a.names.run")).hasContent("q1 Q0 p1 1 2.0 a\nq1 Q0 p3 2 1.0 a\n");
    }

    @Test
    void whatIsNotCommittedLeavesNoRun() throws IOException {
        Path runs = folder.resolve("runs");
        try (RunFiles files = RunFiles.begin(runs, search, List.of(system("a")), true)) {
            assertThat(files).isNotNull();
        }
        try (Stream<Path> files = Files.list(runs)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("search.qrels");
        }
    }
}
