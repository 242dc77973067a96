package io.github.scimult.training.negative;

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
import io.github.scimult.training.pair.BatchSettings;
import io.github.scimult.training.pair.Epoch;
import io.github.scimult.training.pair.PairBuilder;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Papers p0 … p6 with labels l0 … l5, where l5 is above l0. p0 cites p1, which cites p2, p3 and p0; p0 lists p2 among its
 * references too. p4 shares an author with p0, p5 the venue; p6 has nothing to do with anybody.
 */
class RuleBasedNegativesTest {
    @TempDir
    private Path temporary;

    private LiteratureCollection collection;

    @BeforeEach
    void write() throws IOException {
        Path folder = temporary.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            for (int label = 0; label < 6; label++) {
                List<String> parents = label == 0 ? List.of("l5") : List.of();
                writer.add(new Label("l" + label, "label " + label, "", List.of(), parents));
            }
            paper(writer, 0, "VIS", List.of("Ada", "Bob"), List.of("p2", "elsewhere"));
            paper(writer, 1, "", List.of(), List.of());
            paper(writer, 2, "", List.of(), List.of());
            paper(writer, 3, "", List.of(), List.of());
            paper(writer, 4, "", List.of("Bob"), List.of());
            paper(writer, 5, "VIS", List.of(), List.of());
            paper(writer, 6, "", List.of("Eve"), List.of());
            writer.add(new Query("q0", "what"));
            judge(writer, Task.LINK, "p0", "p1");
            judge(writer, Task.LINK, "p1", "p2");
            judge(writer, Task.LINK, "p1", "p3");
            judge(writer, Task.LINK, "p1", "p0");
            judge(writer, Task.CLASSIFICATION, "p0", "l0");
            judge(writer, Task.CLASSIFICATION, "p1", "l1", "l0", "l5");
            judge(writer, Task.CLASSIFICATION, "p4", "l2");
            judge(writer, Task.CLASSIFICATION, "p5", "l3");
            judge(writer, Task.CLASSIFICATION, "p6", "l4");
            judge(writer, Task.SEARCH, "q0", "p3");
            writer.add(Task.SEARCH, Split.TRAIN, new Judgement("q0", "p4", 0));
            writer.commit();
        }
        collection = LiteratureCollection.open(folder);
    }

    private static void paper(
            CollectionWriter writer, int number, String venue, List<String> authors, List<String> references)
            throws IOException {
        PaperMetadata metadata = new PaperMetadata(null, venue, authors, references, Map.of());
        writer.add(new Paper("p" + number, "title " + number, "text", metadata));
    }

    private static void judge(CollectionWriter writer, Task task, String query, String... candidates)
            throws IOException {
        for (String candidate : candidates) {
            writer.add(task, Split.TRAIN, new Judgement(query, candidate, 1));
        }
    }

    @AfterEach
    void close() {
        collection.close();
    }

    @Test
    void aLinksNegativeIsCitedByThePositiveButNotByTheQuery() {
        TrainingPairs links = pairs(Task.LINK);
        RuleBasedNegatives negatives = RuleBasedNegatives.of(collection, links);
        assertThat(drawn(negatives, links, 0, 1))
                .as("p2 is a reference of p0's")
                .containsExactly(3);
        assertThat(drawn(negatives, links, 1, 2)).as("p2 cites nothing").isEmpty();
        assertThat(negatives.pairsByRule()).isEqualTo(Map.of("cited by the positive", 1L));
        assertThat(negatives.report()).contains("of 4 pairs", "1 (cited by the positive)");
    }

    @Test
    void aLabelsNegativeIsCarriedByARelatedPaperAndStandsAboveNoneOfThePapersOwn() {
        TrainingPairs tags = pairs(Task.CLASSIFICATION);
        RuleBasedNegatives negatives = RuleBasedNegatives.of(collection, tags);
        assertThat(drawn(negatives, tags, 0, 0))
                .as("l1 of the cited p1, l2 of the co-author's p4, l3 of p5 at the same venue; not l5 above l0")
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(drawn(negatives, tags, 6, 4)).as("p6 knows nobody").isEmpty();
        assertThat(negatives.pairsByRule()).isEqualTo(Map.of("cited", 1L, "same author", 2L, "same venue", 2L));
    }

    /** Papers of one venue that all have the same label: each would be compared with all the others, and in vain. */
    @Test
    void lookingForALabelInAVenueOfOneLabelCostsTheSameForEachPaper() {
        assertThat(lookedAt(1_000)).isEqualTo(64 * 1_000);
        assertThat(lookedAt(4_000)).isEqualTo(64 * 4_000);
    }

    private static long lookedAt(int papers) {
        int[] rows = IntStream.range(0, papers).toArray();
        int[][] label = new int[papers][];
        Arrays.fill(label, new int[] {0});
        TrainingPairs tags = new TrainingPairs(
                "venue",
                Task.CLASSIFICATION,
                TextKind.PAPER,
                TextKind.LABEL,
                1,
                rows,
                label,
                new int[papers][0],
                label);
        long[] lookedAt = {0};
        Relation sameVenue = new Relation() {
            @Override
            public String name() {
                return "same venue";
            }

            @Override
            public int degree(int paper) {
                return papers;
            }

            @Override
            public int related(int paper, int index) {
                lookedAt[0]++;
                return index;
            }
        };
        LabelsOfRelated rule = new LabelsOfRelated(tags, List.of(sameVenue), Adjacency.of(label));
        for (int query = 0; query < papers; query++) {
            assertThat(rule.draw(query, label[query], 1, new SplittableRandom(query)))
                    .isEmpty();
        }
        return lookedAt[0];
    }

    @Test
    void aSearchsNegativeIsWhatWasShownInVain() {
        TrainingPairs searches = pairs(Task.SEARCH);
        RuleBasedNegatives negatives = RuleBasedNegatives.of(collection, searches);
        assertThat(negatives.draw(0, new int[] {3}, 5, new SplittableRandom(1))).containsExactly(4);
        assertThat(negatives.pairsByRule()).isEqualTo(Map.of("judged", 1L));
    }

    @Test
    void anEpochDrawsThemAndTheNextDrawsAfresh() {
        TrainingPairs tags = pairs(Task.CLASSIFICATION);
        RuleBasedNegatives negatives = RuleBasedNegatives.of(collection, tags);
        BatchSettings settings = new BatchSettings(2, 64, 8, 1, 0);
        Set<List<Integer>> seen = IntStream.range(0, 40)
                .mapToObj(number -> candidates(new Epoch(tags, settings, (kind, row) -> 30, negatives, 5, number)))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(seen).as("p0 with its own label and each of its negatives").contains(List.of(0, 1), List.of(0, 2));
        Epoch epoch = new Epoch(tags, settings, (kind, row) -> 30, negatives, 5, 3);
        assertThat(candidates(epoch)).isEqualTo(candidates(epoch));
    }

    /** Those of the batches in which p0 stands alone. */
    private static List<List<Integer>> candidates(Epoch epoch) {
        return IntStream.range(0, epoch.batches())
                .mapToObj(epoch::batch)
                .filter(batch -> batch.queries().length == 1 && batch.queryRow(0) == 0)
                .map(batch -> Arrays.stream(batch.candidates()).boxed().toList())
                .toList();
    }

    private TrainingPairs pairs(Task task) {
        return PairBuilder.read(collection, task, 100, 1);
    }

    /** All that a hundred draws bring up for a paper's positive. */
    private static Set<Integer> drawn(RuleBasedNegatives negatives, TrainingPairs pairs, int paper, int positive) {
        int query = IntStream.range(0, pairs.queries().length)
                .filter(index -> pairs.queries()[index] == paper)
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, 100)
                .flatMap(seed ->
                        Arrays.stream(negatives.draw(query, new int[] {positive}, 1, new SplittableRandom(seed))))
                .boxed()
                .collect(Collectors.toSet());
    }
}
