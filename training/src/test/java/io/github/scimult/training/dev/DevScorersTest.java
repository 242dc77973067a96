package io.github.scimult.training.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.training.pair.PairBuilder;
import io.github.scimult.training.pair.TextKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task is measured by while it is trained. */
class DevScorersTest {
    private static final long SEED = 17;
    private static final DevConfig CONFIG = new DevConfig(0, 2, 15, 400, 0);

    @TempDir
    private Path temporary;

    @Test
    void withoutADevSplitATenthOfTheTrainQueriesIsHeldOutAndNotTrainedOn() throws IOException {
        try (LiteratureCollection collection = labelled(140, Split.TRAIN)) {
            DevScorer scorer = scorer(collection, Task.CLASSIFICATION).orElseThrow();
            assertThat(scorer.queriesOfTrain()).hasSize(14).doesNotHaveDuplicates();
            int[] trained = PairBuilder.readWithout(
                            scorer.queriesOfTrain(), collection, Task.CLASSIFICATION, 1000, SEED)
                    .queries();
            assertThat(trained).hasSize(140 - 14).doesNotContain(scorer.queriesOfTrain());
            assertThat(scorer.heldOut()).isFalse();
        }
    }

    @Test
    void noMoreAreHeldOutThanDevMayHave() throws IOException {
        try (LiteratureCollection collection = labelled(400, Split.TRAIN)) {
            assertThat(scorer(collection, Task.CLASSIFICATION).orElseThrow().queriesOfTrain())
                    .hasSize(CONFIG.queries());
        }
    }

    @Test
    void fewTrainQueriesAreAllTrainedOn() throws IOException {
        try (LiteratureCollection collection = labelled(99, Split.TRAIN)) {
            assertThat(scorer(collection, Task.CLASSIFICATION)).isEmpty();
        }
    }

    @Test
    void whereThereIsADevSplitNothingOfTrainIsHeldOut() throws IOException {
        try (LiteratureCollection collection = labelled(140, Split.DEV)) {
            assertThat(scorer(collection, Task.CLASSIFICATION).orElseThrow().queriesOfTrain())
                    .isEmpty();
        }
    }

    @Test
    void searchWithoutALogAndWithoutDevIsMeasuredByTitlesThatAreNotTrainedOn() throws IOException {
        try (LiteratureCollection collection = labelled(140, Split.TRAIN)) {
            assertThat(scorer(collection, Task.SEARCH).orElseThrow().metric()).contains("titles");
            boolean[] held = PairBuilder.heldOutOfPseudoQueries(collection, SEED);
            int[] trained = PairBuilder.pseudoQueries(collection, TextKind.TITLE, SEED, row -> true)
                    .queries();
            assertThat(trained).hasSize(140 - 14);
            assertThat(Arrays.stream(trained).noneMatch(row -> held[row])).isTrue();
        }
    }

    private static Optional<DevScorer> scorer(LiteratureCollection collection, Task task) {
        return DevScorers.of(collection, task, CONFIG, SEED);
    }

    /** All papers carry a label, in the train split, and the last ten in another one. */
    private LiteratureCollection labelled(int papers, Split last) throws IOException {
        Path folder = temporary.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            writer.add(new Label("l0", "graphs", ""));
            PaperMetadata metadata = new PaperMetadata(null, "", List.of(), List.of(), Map.of());
            for (int paper = 0; paper < papers; paper++) {
                writer.add(new Paper("p" + paper, "title " + paper, "text " + paper, metadata));
                Split split = paper < papers - 10 ? Split.TRAIN : last;
                writer.add(Task.CLASSIFICATION, split, new Judgement("p" + paper, "l0", 1));
            }
            writer.commit();
        }
        return LiteratureCollection.open(folder);
    }
}
