package io.github.scimult.evaluation.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.metric.JudgedRanking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which queries and candidates a split has for each task, by a collection of three papers, two labels and two queries. */
class RankingTaskReaderTest {
    @TempDir
    private Path folder;

    private LiteratureCollection collection;

    @BeforeEach
    void open() throws IOException {
        CollectionFolder made = CollectionFolder.sound(folder.resolve("papers"));
        made.file(
                "queries.jsonl", "{\"_id\": \"q1\", \"text\": \"attention\"}", "{\"_id\": \"q2\", \"text\": \"none\"}");
        made.judgements("classification/dev", "p1\tl1\t1", "p1\tl2\t3", "p2\tl2\t0");
        made.judgements("link/dev", "p1\tp2\t1", "p1\tp3\t0", "p2\tp3\t0");
        made.judgements("search/test", "q1\tp1\t3", "q1\tp2\t0", "q2\tp3\t0");
        collection = LiteratureCollection.open(made.path());
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private RankingTask read(Task task, Split split, Sampling sampling) {
        return RankingTaskReader.read(collection, split, task, sampling);
    }

    private static List<String> ids(RankingTask task) {
        return task.queries().stream().map(JudgedQuery::id).toList();
    }

    @Test
    void aPaperWithoutRelevantLabelOrLinkIsNoQuery() {
        assertThat(ids(read(Task.CLASSIFICATION, Split.DEV, Sampling.ALL))).containsExactly("p1");
        assertThat(ids(read(Task.LINK, Split.DEV, Sampling.ALL))).containsExactly("p1");
    }

    @Test
    void aSearchWithoutRelevantPaperIsAQueryAllTheSame() {
        assertThat(ids(read(Task.SEARCH, Split.TEST, Sampling.ALL))).containsExactly("q1", "q2");
    }

    @Test
    void labelsAreRelevantOrNotAndPapersAreGraded() {
        assertThat(read(Task.CLASSIFICATION, Split.DEV, Sampling.ALL).qrels().grades())
                .isEqualTo(Map.of("p1", Map.of("l1", 1, "l2", 1)));
        assertThat(read(Task.SEARCH, Split.TEST, Sampling.ALL).qrels().grades())
                .isEqualTo(Map.of("q1", Map.of("p1", 3, "p2", 0), "q2", Map.of("p3", 0)));
    }

    @Test
    void aPaperStandsAmongTheCandidatesForItsOwnLinksAndSaysWhere() {
        RankingTask link = read(Task.LINK, Split.DEV, Sampling.ALL);
        int own = link.queries().getFirst().ownCandidate();
        assertThat(link.candidates().ids()[own]).isEqualTo("p1");
        assertThat(read(Task.SEARCH, Split.TEST, Sampling.ALL).queries()).allMatch(query -> query.ownCandidate() == -1);
    }

    @Test
    void aTaskWithoutJudgementsHasNoQueries() {
        assertThat(read(Task.SEARCH, Split.DEV, Sampling.ALL).queries()).isEmpty();
        assertThat(RankingTaskReader.hasQueries(collection, Split.DEV, Task.SEARCH))
                .isFalse();
        assertThat(RankingTaskReader.hasQueries(collection, Split.TEST, Task.SEARCH))
                .isTrue();
    }

    @Test
    void textsAreWhatAnEncoderAndABagOfWordsRead() {
        RankingTask classification = read(Task.CLASSIFICATION, Split.DEV, Sampling.ALL);
        CandidateSet labels = classification.candidates();
        int learning = List.of(labels.ids()).indexOf("l1");
        assertThat(labels.kind()).isEqualTo("labels");
        assertThat(labels.text().apply(learning).segments()).containsExactly("learning", "To learn.");
        assertThat(labels.words().apply(learning)).isEqualTo("learning To learn. training");
        assertThat(classification.text(classification.queries().getFirst()).segments())
                .containsExactly("Attention", "Only attention.");
        RankingTask search = read(Task.SEARCH, Split.TEST, Sampling.ALL);
        assertThat(search.text(search.queries().getFirst()).segments()).containsExactly("attention");
        assertThat(search.candidates().kind()).isEqualTo("papers");
    }

    @Test
    void aSampleHoldsAllThatIsRelevantHoweverSmallItIs() {
        RankingTask link = read(Task.LINK, Split.DEV, new Sampling(0, 1, 5));
        assertThat(link.candidates().ids()).containsExactly("p2");
        JudgedQuery query = link.queries().getFirst();
        assertThat(query.ownCandidate()).isEqualTo(-1);
        assertThat(query.judgedRows()).hasSize(1);
        assertThat(query.grades()).containsExactly(1);
    }

    @Test
    void theSameSeedDrawsTheSameSample() {
        for (long seed = 0; seed < 5; seed++) {
            Sampling sampling = new Sampling(1, 2, seed);
            assertThat(ids(read(Task.SEARCH, Split.TEST, sampling)))
                    .isEqualTo(ids(read(Task.SEARCH, Split.TEST, sampling)))
                    .hasSize(1);
        }
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> ids(read(Task.SEARCH, Split.TEST, new Sampling(1, 0, seed)))
                                .getFirst())
                        .distinct())
                .containsExactlyInAnyOrder("q1", "q2");
    }

    @Test
    void aLimitAboveWhatIsThereLimitsNothing() {
        RankingTask all = read(Task.LINK, Split.DEV, new Sampling(1_000, 1_000, 1));
        assertThat(all.candidates().ids()).containsExactly("p1", "p2", "p3");
        assertThat(all.candidates().size()).isEqualTo(3);
    }

    @Test
    void placesPutTheGreaterIdFirst() {
        CandidateSet candidates = read(Task.LINK, Split.DEV, Sampling.ALL).candidates();
        assertThat(candidates.places()).containsExactly(2, 1, 0);
    }

    @Test
    void thePapersOfATaskAreThoseThatAreRankedOrAskedWith() {
        BitSet all = new BitSet();
        all.set(0, 3);
        assertThat(read(Task.LINK, Split.DEV, Sampling.ALL).papers()).isEqualTo(all);
        BitSet asked = new BitSet();
        asked.set(0);
        assertThat(read(Task.CLASSIFICATION, Split.DEV, Sampling.ALL).papers()).isEqualTo(asked);
        assertThat(read(Task.SEARCH, Split.TEST, Sampling.ALL).queriesArePapers())
                .isFalse();
    }

    @Test
    void aRankingIsJudgedByItsRowsAndTheUnjudgedAreMarked() {
        JudgedQuery query = new JudgedQuery("q", 0, -1, new int[] {1, 4}, new int[] {2, 0});
        JudgedRanking judged = query.judged(new Ranking(new int[] {4, 3, 1}, new float[] {3, 2, 1}));
        assertThat(judged.retrieved()).containsExactly(0, JudgedRanking.UNJUDGED, 2);
        assertThat(judged.judged()).containsExactly(2, 0);
        assertThat(Arrays.stream(judged.judged()).sum()).isEqualTo(2);
    }
}
