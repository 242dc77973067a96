package io.github.scimult.encoder.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.fixture.NativeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
    private static final int TENSORS = 3_000;
    private static final int MEBIBYTES = TENSORS / 16; // of 64 KiB each

    @Test
    void whatWasFreedBelowWhatIsKeptGoesBackToTheKernel() {
        List<Tensor> freed = new ArrayList<>();
        for (int i = 0; i < TENSORS; i++) {
            freed.add(Tensor.create(new float[16_384]));
        }
        try (Tensor keptAboveThem = Tensor.create(new float[16_384])) {
            freed.forEach(Tensor::close);
            OptionalLong before = NativeMemory.residentMebibytes();
            NativeHeap.trim();
            assertThat(keptAboveThem.numel()).isEqualTo(16_384);
            before.ifPresent(mebibytes ->
                    assertThat(NativeMemory.residentMebibytes().orElseThrow()).isLessThan(mebibytes - MEBIBYTES / 2));
        }
    }
}
