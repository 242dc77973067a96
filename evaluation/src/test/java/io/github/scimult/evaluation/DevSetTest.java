package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.fixture.TopicCollection;
import io.github.scimult.core.fixture.WordEncoder;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import io.github.scimult.evaluation.task.RankingTaskReader;
import io.github.scimult.evaluation.task.Sampling;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevSetTest extends OnTopicCollection {
    @Test
    void aBetterEncoderScoresHigherOnEveryTask() {
        for (Task task : collection.tasks()) {
            DevSet set = DevSet.of(collection, Split.DEV, task, Sampling.ALL);

            double good = mean(set.evaluate(new WordEncoder("good", 0)));
            double bad = mean(set.evaluate(new WordEncoder("bad", 10)));

            assertThat(good).as(task.name()).isBetween(bad, 1.0);
            if (task.equals(Task.SEARCH)) {
                assertThat(good).isGreaterThan(bad + 0.2);
            }
        }
    }

    @Test
    void aSampleIsDrawnByItsSeedAndHoldsAllThatIsRelevant() {
        Sampling sampling = new Sampling(5, 60, 3);

        DevSet set = DevSet.of(collection, Split.DEV, Task.LINK, sampling);
        RankingTask task = RankingTaskReader.read(collection, Split.DEV, Task.LINK, sampling);
        RankingTask whole = RankingTaskReader.read(collection, Split.DEV, Task.LINK, Sampling.ALL);

        assertThat(set.queries()).isEqualTo(5);
        assertThat(set.candidates()).isEqualTo(60);
        for (JudgedQuery query : task.queries()) {
            JudgedQuery same = whole.queries().stream()
                    .filter(other -> other.id().equals(query.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(query.grades()).isEqualTo(same.grades());
        }
        WordEncoder encoder = new WordEncoder("any", 0);
        assertThat(set.evaluate(encoder))
                .isEqualTo(DevSet.of(collection, Split.DEV, Task.LINK, sampling).evaluate(encoder));
        RankingTask other = RankingTaskReader.read(collection, Split.DEV, Task.LINK, new Sampling(5, 60, 4));
        assertThat(ids(other)).isNotEqualTo(ids(task));
    }

    private static List<String> ids(RankingTask task) {
        return task.queries().stream().map(JudgedQuery::id).toList();
    }

    @Test
    void everyTextGoesThroughTheEncoderOnce() {
        WordEncoder encoder = new WordEncoder("counting", 0);

        DevSet.of(collection, Split.DEV, Task.LINK, Sampling.ALL).evaluate(encoder);

        assertThat(encoder.texts).hasValue(TopicCollection.PAPERS); // the queries are among the candidates
    }

    @Test
    void aSplitWithoutJudgementsIsRefused() {
        assertThatThrownBy(() -> DevSet.of(collection, Split.TEST, Task.SEARCH, Sampling.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no judgements for the task search in its split test");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
