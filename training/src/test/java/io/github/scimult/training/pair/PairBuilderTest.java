package io.github.scimult.training.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairBuilderTest {
    private static final int PAPERS = 30;
    private static final int NO_CAP = 1000;

    @TempDir
    private Path temporary;

    private LiteratureCollection collection;

    /** Every paper has label 0, every third label 1; 0 → 1 → 2 → 0 are links, 0 → 5 is judged and none. */
    @BeforeEach
    void write() throws IOException {
        Path folder = temporary.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            writer.add(new Label("l0", "everything", ""));
            writer.add(new Label("l1", "a third", ""));
            for (int paper = 0; paper < PAPERS; paper++) {
                PaperMetadata metadata = new PaperMetadata(null, "", List.of(), List.of(), Map.of());
                writer.add(new Paper("p" + paper, "title " + paper, paper == 7 ? "" : "text " + paper, metadata));
                writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p" + paper, "l0", 1));
                if (paper % 3 == 0) {
                    writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p" + paper, "l1", 1));
                }
            }
            writer.add(new Query("q0", "what"));
            writer.add(new Query("q1", "nothing"));
            link(writer, Split.TRAIN, 0, 1, 1);
            link(writer, Split.TRAIN, 0, 5, 0);
            link(writer, Split.TRAIN, 1, 2, 1);
            link(writer, Split.TRAIN, 2, 0, 1);
            link(writer, Split.TRAIN, 4, 6, 0);
            link(writer, Split.DEV, 8, 0, 1);
            writer.add(Task.SEARCH, Split.TRAIN, new Judgement("q0", "p3", 2));
            writer.add(Task.SEARCH, Split.TRAIN, new Judgement("q0", "p4", 0));
            writer.add(Task.SEARCH, Split.TRAIN, new Judgement("q1", "p4", 0));
            writer.commit();
        }
        collection = LiteratureCollection.open(folder);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private static void link(CollectionWriter writer, Split split, int from, int to, int score) throws IOException {
        writer.add(Task.LINK, split, new Judgement("p" + from, "p" + to, score));
    }

    @Test
    void aLabelIsTaughtByNoMorePapersThanTheCap() {
        TrainingPairs pairs = PairBuilder.read(collection, Task.CLASSIFICATION, 8, 1);
        assertThat(uses(pairs, 0)).isEqualTo(8);
        assertThat(uses(pairs, 1)).isEqualTo(8);
        TrainingPairs all = PairBuilder.read(collection, Task.CLASSIFICATION, NO_CAP, 1);
        assertThat(uses(all, 0)).isEqualTo(PAPERS);
        assertThat(uses(all, 1)).isEqualTo(PAPERS / 3);
    }

    @Test
    void whichPapersTeachALabelIsDrawnByTheSeed() {
        assertThat(PairBuilder.read(collection, Task.CLASSIFICATION, 8, 1).queries())
                .isEqualTo(
                        PairBuilder.read(collection, Task.CLASSIFICATION, 8, 1).queries())
                .isNotEqualTo(
                        PairBuilder.read(collection, Task.CLASSIFICATION, 8, 2).queries());
    }

    @Test
    void whatTheCapLeavesOutIsKnownAllTheSame() {
        TrainingPairs pairs = PairBuilder.read(collection, Task.CLASSIFICATION, 2, 1);
        for (int query = 0; query < pairs.queries().length; query++) {
            boolean third = pairs.queries()[query] % 3 == 0;
            assertThat(pairs.known()[query]).isEqualTo(third ? new int[] {0, 1} : new int[] {0});
        }
    }

    @Test
    void whatStandsAboveAPapersLabelIsKnownTooAndNoJudgedNegative() throws IOException {
        Path folder = temporary.resolve("hierarchy");
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            writer.add(new Label("tumours", "tumours", ""));
            writer.add(new Label("skin", "skin tumours", "", List.of(), List.of("tumours")));
            writer.add(new Label("mole", "moles", "", List.of(), List.of("skin")));
            writer.add(new Label("heart", "hearts", ""));
            writer.add(new Paper("p0", "one", "text", new PaperMetadata(null, "", List.of(), List.of(), Map.of())));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p0", "mole", 1));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p0", "tumours", 0));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p0", "heart", 0));
            writer.commit();
        }
        try (LiteratureCollection labels = LiteratureCollection.open(folder)) {
            TrainingPairs pairs = PairBuilder.read(labels, Task.CLASSIFICATION, NO_CAP, 1);
            assertThat(pairs.positives()).isDeepEqualTo(new int[][] {{2}});
            assertThat(pairs.known()).isDeepEqualTo(new int[][] {{0, 1, 2}});
            assertThat(pairs.negatives()).isDeepEqualTo(new int[][] {{3}});
        }
    }

    @Test
    void aLinkIsKnownInBothDirections() {
        TrainingPairs pairs = PairBuilder.read(collection, Task.LINK, NO_CAP, 1);
        assertThat(pairs.queries()).containsExactly(0, 1, 2);
        assertThat(pairs.positives()).isDeepEqualTo(new int[][] {{1}, {2}, {0}});
        assertThat(pairs.known()).isDeepEqualTo(new int[][] {{1, 2}, {0, 2}, {0, 1}});
    }

    @Test
    void whatIsJudgedAndNotRelevantBecomesAHardNegative() {
        TrainingPairs links = PairBuilder.read(collection, Task.LINK, NO_CAP, 1);
        assertThat(links.negatives()).isDeepEqualTo(new int[][] {{5}, {}, {}});
        TrainingPairs searches = PairBuilder.read(collection, Task.SEARCH, NO_CAP, 1);
        assertThat(searches.queries()).containsExactly(0); // nothing is relevant to the other
        assertThat(searches.positives()).isDeepEqualTo(new int[][] {{3}});
        assertThat(searches.negatives()).isDeepEqualTo(new int[][] {{4}});
    }

    @Test
    void titlesOfPapersThatDevAsksAboutAreNotLearnedFrom() {
        TrainingPairs pairs = PairBuilder.pseudoQueries(collection, TextKind.TITLE, 1, row -> row != 7);
        assertThat(pairs.queries())
                .isEqualTo(IntStream.range(0, PAPERS)
                        .filter(row -> row != 7 && row != 8)
                        .toArray());
        assertThat(pairs.positives()[3]).containsExactly(3);
        assertThat(pairs.queryKind()).isEqualTo(TextKind.TITLE);
        assertThat(pairs.candidateKind()).isEqualTo(TextKind.ABSTRACT);
    }

    private static long uses(TrainingPairs pairs, int label) {
        return Arrays.stream(pairs.positives())
                .flatMapToInt(Arrays::stream)
                .filter(row -> row == label)
                .count();
    }
}
