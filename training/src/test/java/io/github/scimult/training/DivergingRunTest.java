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
                "run", "model.temperature=1e-37", "tasks.weights.link=1", "pseudoQueries.weight=0", "budget.steps=9");
        assertThatThrownBy(() -> run.start(ALL))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageMatching("step [1-9] \\(papers/\\w+\\): .*")
                .hasMessageContaining("optim.lr");
        assertThat(run.folder().resolve("model.safetensors")).doesNotExist();
        assertThat(run.folder().resolve("manifest.json")).doesNotExist();
    }
}
