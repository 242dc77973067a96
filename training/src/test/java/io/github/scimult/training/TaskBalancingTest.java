package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskBalancingTest {
    @TempDir
    private Path temporary;

    @Test
    void aTaskThatGainsLessIsDrawnMoreOften() {
        Map<String, Double> factors = TaskBalancing.factors(
                List.of(
                        score("a", "classification", .3, .2),
                        score("b", "classification", .5, .5),
                        score("a", "link", .5, .4)),
                2);
        assertThat(factors.get("classification")).isCloseTo(1, within(1e-12));
        assertThat(factors.get("link")).isCloseTo(1, within(1e-12));
        factors = TaskBalancing.factors(List.of(score("a", "classification", .4, .2), score("a", "link", .4, .4)), 1);
        assertThat(factors.get("classification")).isCloseTo(Math.exp(-.5), within(1e-12));
        assertThat(factors.get("link")).isCloseTo(Math.exp(.5), within(1e-12));
    }

    @Test
    void aBalancedRunThatWasStoppedEndsWithTheSameBits() throws IOException {
        Path collection = TinyRun.collection(temporary.resolve("papers"), 40);
        RecordedEvents told = new RecordedEvents();
        TinyRun whole = run("whole", collection).listenedToBy(told);
        assertThat(whole.start(Integer.MAX_VALUE)).isTrue();
        assertThat(told.notes())
                .anyMatch(note -> note.startsWith("from now on the tasks' weights are multiplied by: "));
        TinyRun parts = run("parts", collection);
        assertThat(parts.start(8)).isFalse();
        assertThat(parts.resume(Integer.MAX_VALUE)).isTrue();
        assertThat(parts.result()).isEqualTo(whole.result());
    }

    private TinyRun run(String name, Path collection) throws IOException {
        return new TinyRun(
                temporary.resolve(name),
                collection,
                "tasks.balancing=3",
                "dev.everySteps=5",
                "budget.steps=12",
                "merge.alpha=1");
    }

    private static DevScore score(String collection, String task, double value, double baseline) {
        return new DevScore(collection, task, "Recall@20", value, baseline, 0.01, 1, false);
    }
}
