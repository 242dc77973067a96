package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A run whose numbers overflow ends at the step where they do, and leaves no model behind. */
class DivergingRunTest extends OnTinyCollection {
    @Test
    void endsByStepAndTaskAndLeavesNoModel() throws IOException {
        TinyRun run = tinyRun(
                "run", "optim.lr=1e30", "optim.clipNorm=0", "optim.warmup=0", "tasks.weights.link=1", "budget.steps=9");
        assertThatThrownBy(() -> run.start(ALL))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageMatching("step [2-9] \\(papers/\\w+\\): .*")
                .hasMessageContaining("optim.lr");
        assertThat(run.folder().resolve("model.safetensors")).doesNotExist();
        assertThat(run.folder().resolve("manifest.json")).doesNotExist();
    }
}
