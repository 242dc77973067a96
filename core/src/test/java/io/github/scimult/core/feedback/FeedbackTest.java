package io.github.scimult.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of answers is kept, and becomes judgements that a model learns from. */
class FeedbackTest {
    private static final Verdict FOUND = new Verdict(Task.SEARCH, "drawing trees", "2", true);
    private static final Verdict NOT_FOUND = new Verdict(Task.SEARCH, "drawing trees", "1", false);

    @TempDir
    private Path folder;

    @Test
    void verdictsBecomeJudgementsOfTheTrainSplitAndNeverOfWhatMeasures() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(collection())) {
            FeedbackCollection feedback = FeedbackCollection.of(
                    collection,
                    List.of(
                            FOUND,
                            NOT_FOUND,
                            new Verdict(Task.SEARCH, "graphs", "1", true),
                            new Verdict(Task.SEARCH, "texts", "1", true),
                            new Verdict(Task.CLASSIFICATION, "1", "g", true),
                            new Verdict(Task.LINK, "1", "unknown", true)));
            assertThat(feedback.added()).isEqualTo(Map.of(Task.CLASSIFICATION, 1, Task.SEARCH, 3));
            assertThat(feedback.report())
                    .contains("classification 1, search 3", "1 left out whose question", "1 left out on papers");
            feedback.write(folder.resolve("more"));
        }
        try (LiteratureCollection more = LiteratureCollection.open(folder.resolve("more"))) {
            assertThat(more.queries().get(more.queries().row("feedback-1")).text())
                    .isEqualTo("drawing trees");
            Judgements search = more.judgements(Task.SEARCH, Split.TRAIN);
            assertThat(search.queries()).isEqualTo(2);
            assertThat(search.scores(0))
                    .as("what was said last of a pair counts")
                    .containsExactly(1);
            assertThat(search.scores(1)).containsExactly(1, 0);
            assertThat(more.judgements(Task.SEARCH, Split.DEV).pairs()).isEqualTo(1);
            assertThat(more.papers().size()).isEqualTo(2);
        }
    }

    private Path collection() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(new Paper("1", "Graph drawing", "Layouts of graphs."));
            writer.add(new Paper("2", "Tree drawing", "Layouts of trees."));
            writer.add(new Label("g", "graphs", ""));
            writer.add(new Query("q1", "graphs"));
            writer.add(new Query("q2", "texts"));
            writer.add(Task.SEARCH, Split.TRAIN, new Judgement("q1", "1", 0));
            writer.add(Task.SEARCH, Split.DEV, new Judgement("q2", "2", 1));
            writer.commit();
        }
        return papers;
    }
}
