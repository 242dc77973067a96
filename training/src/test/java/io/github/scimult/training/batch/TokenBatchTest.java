package io.github.scimult.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.loss.CandidateSets;
import io.github.scimult.training.pair.PairBatch;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which candidates a query is compared with, and which are no negatives for it. */
class TokenBatchTest {
    private static final int[] NONE = {};

    @TempDir
    private Path temporary;

    private LiteratureCollection collection;
    private TextTokenizer tokenizer;
    private CollectionTexts texts;

    /** Papers 0 to 5, paper 6 with the text of paper 2, paper 7 with that of paper 0; labels 0 to 2, 3 the same as 1. */
    @BeforeEach
    void open() throws IOException {
        Path folder = temporary.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            String[] words = {"graph", "protein", "retrieval", "neural", "citation", "language", "retrieval", "graph"};
            for (int paper = 0; paper < words.length; paper++) {
                PaperMetadata metadata = new PaperMetadata(2000 + paper, "", List.of(), List.of(), Map.of());
                writer.add(new Paper("p" + paper, words[paper], "about " + words[paper], metadata));
            }
            String[] names = {"biology", "networks", "text", "networks"};
            for (int label = 0; label < names.length; label++) {
                writer.add(new Label("l" + label, names[label], ""));
            }
            writer.commit();
        }
        collection = LiteratureCollection.open(folder);
        tokenizer = TextTokenizer.load(Golden.path("tiny-bert"));
        texts = CollectionTexts.open(
                collection,
                new TokenReading(tokenizer, Prompts.NONE, 32),
                temporary.resolve("cache"),
                0,
                (what, done, total) -> {});
    }

    @AfterEach
    void close() {
        texts.close();
        collection.close();
        tokenizer.close();
    }

    @Test
    void aKnownPositiveThatTheBatchDidNotChooseIsExcludedForItsQueryAlone() {
        // Paper 0 is linked with 1 and 3, paper 4 with 3; 3 is in the batch for paper 4.
        TrainingPairs pairs = links(new int[] {0, 4}, new int[][] {{1, 3}, {3}});
        TokenBatch batch = batch(pairs, new int[] {1, 3}, new int[] {0, 1}, new int[] {0, 1}, true);
        assertThat(batch.sets().positives()).isDeepEqualTo(new int[][] {{0}, {1}});
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {{1}, NONE});
    }

    @Test
    void ofTwoPositivesEachIsExcludedWhereTheOtherIsThePositive() {
        TrainingPairs pairs = links(new int[] {0, 4}, new int[][] {{1, 3}, {5}});
        TokenBatch batch = batch(pairs, new int[] {1, 3, 5}, new int[] {0, 0, 1}, new int[] {0, 1, 2}, true);
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {{1}, {0}, NONE});
    }

    @Test
    void theQueryPaperItselfIsNoNegative() {
        TrainingPairs pairs = links(new int[] {0, 4}, new int[][] {{1}, {0}});
        TokenBatch batch = batch(pairs, new int[] {1, 0}, new int[] {0, 1}, new int[] {0, 1}, true);
        assertThat(batch.sets().excluded()[0]).containsExactly(1);
        assertThat(batch.sets().excluded()[1]).isEmpty();
    }

    @Test
    void aPaperWithTheTextOfTheQueryIsNoNegativeEither() {
        TrainingPairs pairs = links(new int[] {0, 4}, new int[][] {{1}, {7}});
        TokenBatch batch = batch(pairs, new int[] {1, 7}, new int[] {0, 1}, new int[] {0, 1}, true);
        assertThat(batch.sets().excluded()[0]).containsExactly(1);
    }

    @Test
    void aPaperWithTheTextOfAKnownPositiveIsExcludedThoughThatOneIsNotInTheBatch() {
        TrainingPairs pairs = links(new int[] {0, 4}, new int[][] {{1, 2}, {6}});
        TokenBatch batch = batch(pairs, new int[] {1, 6}, new int[] {0, 1}, new int[] {0, 1}, true);
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {{1}, NONE});
    }

    @Test
    void candidatesOfEqualTextAreOneColumn() {
        TrainingPairs pairs = tags(new int[] {0, 4}, new int[][] {{1}, {0, 3}});
        // Labels 1 and 3 have the same name.
        TokenBatch batch = batch(pairs, new int[] {1, 0, 3}, new int[] {0, 1, 1}, new int[] {0, 1, 2}, true);
        assertThat(batch.candidates().length).isEqualTo(2);
        assertThat(batch.sets().positives()).isDeepEqualTo(new int[][] {{0}, {1}, {0}});
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {NONE, {0}, {1}});
    }

    @Test
    void aLabelIsNeverTakenForThePaperOfTheSameRow() {
        TrainingPairs pairs = tags(new int[] {0, 1}, new int[][] {{2}, {0}});
        TokenBatch batch = batch(pairs, new int[] {2, 0}, new int[] {0, 1}, new int[] {0, 1}, true);
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {NONE, NONE});
    }

    @Test
    void withoutMaskingNothingIsExcluded() {
        TrainingPairs pairs = links(new int[] {0, 4}, new int[][] {{1, 3}, {0}});
        TokenBatch batch = batch(pairs, new int[] {1, 3, 0}, new int[] {0, 0, 1}, new int[] {0, 1, 2}, false);
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {NONE, NONE, NONE});
    }

    @Test
    void theTextsAreThoseOfTheRows() {
        TrainingPairs pairs = links(new int[] {5, 3}, new int[][] {{1}, {4}});
        TokenBatch batch = batch(pairs, new int[] {4, 1}, new int[] {0, 1}, new int[] {1, 0}, true);
        assertThat(batch.queries()).isDeepEqualTo(new int[][] {paper(5), paper(3)});
        assertThat(batch.candidates()).isDeepEqualTo(new int[][] {paper(4), paper(1)});
        assertThat(batch.texts()).isDeepEqualTo(new int[][] {paper(5), paper(3), paper(4), paper(1)});
        assertThat(batch.tokens()).isEqualTo(paper(5).length + paper(3).length + paper(4).length + paper(1).length);
    }

    /** Paper 7 has the text of paper 0, and 6 that of 2. */
    @Test
    void theCandidatesOfOnePartAreNegativesOfTheOthersUnlessTheirTextIsKnownToBeRelevant() {
        TrainingPairs one = links(new int[] {0, 4}, new int[][] {{1}, {2}});
        TrainingPairs other = links(new int[] {3, 5}, new int[][] {{7}, {6}});
        TokenBatch batch =
                TokenBatch.of(List.of(part(one, new int[] {1, 2}), part(other, new int[] {7, 6})), new int[0], true);
        assertThat(batch.queries()).isDeepEqualTo(new int[][] {paper(0), paper(4), paper(3), paper(5)});
        assertThat(batch.candidates()).isDeepEqualTo(new int[][] {paper(1), paper(2), paper(7)});
        assertThat(batch.pairQuery()).containsExactly(0, 1, 2, 3);
        assertThat(batch.sets().positives()).isDeepEqualTo(new int[][] {{0}, {1}, {2}, {1}});
        assertThat(batch.sets().excluded()).isDeepEqualTo(new int[][] {{2}, NONE, NONE, NONE});
    }

    private TokenBatch.Part part(TrainingPairs pairs, int[] candidates) {
        int[] two = {0, 1};
        return new TokenBatch.Part(new PairBatch(pairs, two, candidates, two, two), texts);
    }

    private int[] paper(int row) {
        return texts.ids(TextKind.PAPER, row);
    }

    private TokenBatch batch(
            TrainingPairs pairs, int[] candidates, int[] pairQuery, int[] pairPositive, boolean maskKnown) {
        int[] queries =
                java.util.stream.IntStream.range(0, pairs.queries().length).toArray();
        PairBatch drawn = new PairBatch(pairs, queries, candidates, pairQuery, pairPositive);
        return TokenBatch.of(List.of(new TokenBatch.Part(drawn, texts)), new int[0], maskKnown);
    }

    private static TrainingPairs links(int[] queries, int[][] positives) {
        return pairs(Task.LINK, TextKind.PAPER, queries, positives);
    }

    private static TrainingPairs tags(int[] queries, int[][] positives) {
        return pairs(Task.CLASSIFICATION, TextKind.LABEL, queries, positives);
    }

    private static TrainingPairs pairs(Task task, TextKind candidateKind, int[] queries, int[][] positives) {
        int[][] negatives = new int[queries.length][];
        java.util.Arrays.fill(negatives, NONE);
        return new TrainingPairs(
                "papers", task, TextKind.PAPER, candidateKind, 8, queries, positives, negatives, positives);
    }

    @Test
    void reversedEachPositiveAsksForItsQueryAndNoOtherThatHasItIsANegative() {
        CandidateSets sets = new CandidateSets(
                new int[][] {{0}, {1}, {1}, {2}}, new int[][] {{1}, {}, {}, {0}}); // queries 0, 0, 1, 2
        TokenBatch batch = new TokenBatch(
                Task.LINK,
                new int[0],
                new int[][] {{1}, {2}, {3}},
                new int[][] {{4}, {5}, {6}},
                new int[] {0, 0, 1, 2},
                sets);
        TokenBatch reversed = batch.reversed();
        assertThat(reversed.queries()).isEqualTo(batch.candidates());
        assertThat(reversed.candidates()).isEqualTo(batch.queries());
        assertThat(reversed.pairQuery()).containsExactly(0, 1, 1, 2);
        assertThat(reversed.sets().positives()).isDeepEqualTo(new int[][] {{0}, {0}, {1}, {2}});
        assertThat(reversed.sets().excluded()).isDeepEqualTo(new int[][] {{2}, {1}, {0}, {}});
    }
}
