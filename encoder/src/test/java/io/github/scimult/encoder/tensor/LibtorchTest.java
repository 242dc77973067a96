package io.github.scimult.encoder.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LibtorchTest {
    @Test
    void asManyWorkersComputeAsTheProcessMayUseCores() {
        assertThat(Libtorch.threads(0)).isBetween(1, Runtime.getRuntime().availableProcessors());
        assertThat(Libtorch.threads(3)).isEqualTo(3);
    }

    @Test
    void aNegativeNumberOfThreadsIsRefused() {
        assertThatThrownBy(() -> Libtorch.threads(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not -1");
    }
}
