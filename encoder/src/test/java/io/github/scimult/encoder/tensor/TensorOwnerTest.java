package io.github.scimult.encoder.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class TensorOwnerTest {
    private static final float[] VALUES = {1, 2, 3};

    @Test
    void aTensorOutlivesTheScopeInWhichItWasMadeUntilItsOwnerIsClosed() {
        Tensor tensor;
        try (TensorOwner owner = new TensorOwner()) {
            try (PointerScope scope = new PointerScope()) {
                tensor = owner.keep(() -> Tensor.create(VALUES).add_(Tensor.create(VALUES)));
            }
            assertThat(tensor.isNull()).isFalse();
            assertThat(tensor.sum().item_float()).isEqualTo(12);
        }
        assertThat(tensor.isNull()).isTrue();
    }

    @Test
    void aTensorThatSeveralOwnersKeepIsFreedWithTheLast() {
        TensorOwner first = new TensorOwner();
        TensorOwner second = new TensorOwner();
        Tensor tensor = second.keep(first.keep(() -> Tensor.create(VALUES)));
        first.close();
        assertThat(tensor.isNull()).isFalse();
        second.close();
        assertThat(tensor.isNull()).isTrue();
    }

    @Test
    void whatElseAComputationMakesIsFreedAtOnce() {
        try (TensorOwner owner = new TensorOwner()) {
            Tensor[] made = new Tensor[1];
            owner.keep(() -> (made[0] = Tensor.create(VALUES)).add(Tensor.create(VALUES)));
            assertThat(made[0].isNull()).isTrue();
            assertThat(Pointer.totalCount()).isPositive();
        }
    }
}
