package io.github.scimult.evaluation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.fixture.WordOverlap;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.task.RankingTask;
import io.github.scimult.evaluation.task.RankingTaskReader;
import io.github.scimult.evaluation.task.Sampling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a retriever finds is evaluated by its order; systems are told apart by their names. */
class RetrievedScoresTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;

    @TempDir
    private Path folder;

    private LiteratureCollection collection;

    @BeforeEach
    void open() throws IOException {
        collection = LiteratureCollection.open(
                CollectionFolder.sound(folder.resolve("papers")).path());
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private RankingTask task(Task task, Split split) {
        return RankingTaskReader.read(collection, split, task, Sampling.ALL);
    }

    private float[] scored(RankingTask task, CandidateRetriever retriever) {
        float[] scores = new float[task.candidates().size()];
        RetrievedScores.of(task, retriever).score(task.queries().getFirst(), scores);
        return scores;
    }

    @Test
    void theFirstThatIsFoundHasTheHighestScoreAndTheRestNone() {
        RankingTask search = task(Task.SEARCH, Split.TEST);
        assertThat(scored(search, (asked, text, without, limit) -> List.of("p3", "p1")))
                .containsExactly(1, NOTHING, 2);
        assertThat(scored(search, (asked, text, without, limit) -> List.of()))
                .containsExactly(NOTHING, NOTHING, NOTHING);
    }

    @Test
    void whatIsNoCandidateTakesARankAndNoScore() {
        assertThat(scored(task(Task.SEARCH, Split.TEST), (asked, text, without, limit) -> List.of("x", "p2", "y")))
                .containsExactly(NOTHING, 2, NOTHING);
    }

    @Test
    void aRetrieverIsToldTheTaskTheTextAndWhatToLeaveOut() {
        List<String> told = new ArrayList<>();
        CandidateRetriever retriever = (asked, text, without, limit) -> {
            told.add(asked + "|" + text.plain() + "|" + without + "|" + limit);
            return List.of();
        };
        scored(task(Task.SEARCH, Split.TEST), retriever);
        scored(task(Task.LINK, Split.DEV), retriever);
        assertThat(told).containsExactly("search|what is attention|[]|3", "link|Attention Only attention.|[p1]|3");
    }

    @Test
    void aRetrieverThatCannotReadFailsTheEvaluation() {
        CandidateRetriever broken = (asked, text, without, limit) -> {
            throw new IOException("the disk is gone");
        };
        assertThatThrownBy(() -> scored(task(Task.SEARCH, Split.TEST), broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is gone");
    }

    @Test
    void whatIsLeftOutIsTheQueryPaperAlone() {
        Set<String> left = new HashSet<>();
        scored(task(Task.CLASSIFICATION, Split.TRAIN), (asked, text, without, limit) -> {
            left.addAll(without);
            return List.of();
        });
        assertThat(left).isEmpty();
    }

    @Test
    void systemsAreFoundByTheirNames() {
        List<RankingSystem> systems =
                RankingSystem.baseAndTrained(new WordCountEncoder(), new WordOverlap(), new WordCountEncoder());
        assertThat(systems)
                .extracting(RankingSystem::name)
                .doesNotHaveDuplicates()
                .contains("trained", "BM25");
        assertThat(systems.stream().filter(RankingSystem::reference).map(RankingSystem::name))
                .contains("BM25");
    }
}
