package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskBalanceTest {
    @TempDir
    private Path temporary;

    @Test
    void aTaskThatGainsLessIsDrawnMoreOften() {
        Map<String, Double> factors = TaskBalance.factors(
                List.of(
                        figure("a/classification", .3, .2),
                        figure("b/classification", .5, .5),
                        figure("a/link", .5, .4)),
                2);
        assertThat(factors.get("classification")).isCloseTo(1, within(1e-12));
        assertThat(factors.get("link")).isCloseTo(1, within(1e-12));
        factors = TaskBalance.factors(List.of(figure("a/classification", .4, .2), figure("a/link", .4, .4)), 1);
        assertThat(factors.get("classification")).isCloseTo(Math.exp(-.5), within(1e-12));
        assertThat(factors.get("link")).isCloseTo(Math.exp(.5), within(1e-12));
    }

    @Test
    void aBalancedRunThatWasStoppedEndsWithTheSameBits() throws IOException {
        Path collection = TinyRun.collection(temporary.resolve("papers"), 40);
        List<String> notes = new ArrayList<>();
        TinyRun whole = run("whole", collection).listenedToBy(new TrainingListener() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        });
        assertThat(whole.start(Integer.MAX_VALUE)).isTrue();
        assertThat(notes).anyMatch(note -> note.startsWith("from now on the tasks' weights are multiplied by: "));
        TinyRun parts = run("parts", collection);
        assertThat(parts.start(8)).isFalse();
        assertThat(parts.resume(Integer.MAX_VALUE)).isTrue();
        assertThat(parts.result()).isEqualTo(whole.result());
    }

    private TinyRun run(String name, Path collection) throws IOException {
        return new TinyRun(
                temporary.resolve(name),
                collection,
                "balance=3",
                "dev.everySteps=5",
                "budget.steps=12",
                "merge.share=1");
    }

    private static DevResult figure(String source, double value, double base) {
        return new DevResult(source, "Recall@20", value, base, 0.01, false, new double[] {value});
    }
}
