package io.github.scimult.encoder.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class LibtorchTest {
    private static final int TENSORS = 1_000;

    @Test
    void whatNothingRefersToIsFreed() {
        long held = create();
        long limit = System.nanoTime() + 20_000_000_000L;
        while (Pointer.totalCount() > held - TENSORS / 2 && System.nanoTime() < limit) {
            Libtorch.freeUnusedModels();
        }
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(held - TENSORS / 2);
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

    /** @return how many objects outside the heap there are while the new ones are held */
    private static long create() {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < TENSORS; i++) {
            tensors.add(Tensor.create(1f));
        }
        long held = Pointer.totalCount();
        assertThat(tensors).hasSize(TENSORS);
        return held;
    }
}
