package io.github.scimult.encoder.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    @Test
    void aQuotaOfProcessorsLimitsTheThreads() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=1", // as the JVM would conclude from a container's quota
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintThreads.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("1");
    }

    /** Prints how many threads are computed on where nobody chose. */
    static final class PrintThreads {
        public static void main(String[] arguments) {
            System.out.println(Libtorch.threads(0));
        }
    }
}
