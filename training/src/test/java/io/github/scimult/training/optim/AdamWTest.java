package io.github.scimult.training.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.Workers;
import io.github.scimult.training.config.OptimConfig;
import io.github.scimult.training.config.TrainingConfig;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamWTest {
    @Test
    void aParameterWithoutAGradientStandsStill() {
        try (PointerScope scope = new PointerScope()) {
            Parameter active = parameter("active", Tensor.create(new float[] {1, 2, 3, 4}, 2, 2));
            Parameter idle = parameter("idle", Tensor.create(new float[] {1, 2, 3, 4}, 2, 2));
            AdamW optimizer = optimizer(active, idle);
            for (int step = 0; step < 3; step++) {
                give(active, Tensor.create(new float[] {1, 0, -1, 0.5f}, 2, 2));
                optimizer.step(0.1);
            }
            assertThat(optimizer.updates()).containsExactly(3, 0);
            assertThat(Numbers.of(idle.tensor())).containsExactly(1, 2, 3, 4);
            assertThat(Numbers.of(optimizer.firstMoment(1))).containsOnly(0);
            assertThat(Numbers.of(optimizer.secondMoment(1))).containsOnly(0);
            assertThat(Numbers.of(active.tensor())).doesNotContain(1, 2, 3, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aGradientThatIsNotFiniteIsRefusedByNameAndNothingIsUpdated(float value) {
        try (PointerScope scope = new PointerScope()) {
            Parameter sound = parameter("sound", Tensor.create(new float[] {1, 2}, 2));
            Parameter broken = parameter("broken", Tensor.create(new float[] {1, 2}, 2));
            AdamW optimizer = optimizer(sound, broken);
            give(sound, Tensor.create(new float[] {1, 1}, 2));
            give(broken, Tensor.create(new float[] {1, value}, 2));
            assertThatThrownBy(() -> optimizer.step(0.1))
                    .isInstanceOf(NonFiniteGradientException.class)
                    .hasMessageContaining("'broken'");
            assertThat(optimizer.updates()).containsExactly(0, 0);
            assertThat(Numbers.of(sound.tensor())).containsExactly(1, 2);
            assertThat(Numbers.of(broken.tensor())).containsExactly(1, 2);
        }
    }

    @Test
    void aParameterThatJoinsLateIsCorrectedByItsOwnCount() {
        try (PointerScope scope = new PointerScope()) {
            Parameter early = parameter("early", Tensor.create(new double[] {1, 2}, 2));
            Parameter late = parameter("late", Tensor.create(new double[] {1, 2}, 2));
            AdamW optimizer = optimizer(early, late);
            for (int step = 0; step < 5; step++) {
                give(early, Tensor.create(new double[] {0.3, -0.4}, 2));
                optimizer.step(0.01);
            }
            give(late, Tensor.create(new double[] {0.3, -0.4}, 2));
            optimizer.step(0.01);
            // Adam's first step goes by the rate itself, whatever the gradient's size.
            assertThat(Numbers.difference(Numbers.of(late.tensor()), new double[] {0.99, 2.01}))
                    .isLessThan(1e-8);
        }
    }

    @Test
    void gradientsAreForgottenAfterTheStep() {
        try (PointerScope scope = new PointerScope()) {
            Parameter parameter = parameter("w", Tensor.create(new float[] {1, 2}, 2));
            give(parameter, Tensor.create(new float[] {1, 1}, 2));
            optimizer(parameter).step(0.1);
            assertThat(parameter.tensor().grad().defined()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Float", "Double"})
    void everyPieceOfALargeParameterIsUpdatedAlike(String type) {
        int size = (1 << 17) + 5;
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        try (PointerScope scope = new PointerScope()) {
            Parameter large = parameter("large", Tensor.create(ones, size).to(ScalarType.valueOf(type)));
            give(large, Tensor.create(ones, size).to(ScalarType.valueOf(type)));
            optimizer(large).step(0.1);
            double[] after = Numbers.of(large.tensor());
            assertThat(Arrays.stream(after).distinct().count()).isEqualTo(1);
            assertThat(after[0]).isCloseTo(0.9, within(1e-5));
        }
    }

    @Test
    void theNumberOfThreadsChangesNotOneBit() {
        int size = 5 * (1 << 16) + 3;
        float[] gradient = new float[size];
        double squares = 4;
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < size; i++) {
            gradient[i] = (float) random.nextGaussian();
            squares += (double) gradient[i] * gradient[i];
        }
        float[] weights = null;
        double norm = 0;
        for (int threads : new int[] {1, 2, 3, 7}) {
            try (PointerScope scope = new PointerScope()) {
                Parameter large = parameter("large", Tensor.create(new float[size], size));
                Parameter small = parameter("small", Tensor.create(new float[1], 1));
                give(large, Tensor.create(gradient, size));
                give(small, Tensor.create(new float[] {2}, 1));
                double clipped = optimizer(threads, large, small).step(0.1);
                float[] after = new float[size];
                new FloatPointer(large.tensor().data_ptr()).get(after);
                if (weights != null) {
                    assertThat(clipped).isEqualTo(norm);
                    assertThat(after).isEqualTo(weights);
                }
                weights = after;
                norm = clipped;
            }
        }
        assertThat(norm).isCloseTo(Math.sqrt(squares), within(1e-6 * Math.sqrt(squares)));
    }

    @Test
    void aGradientThatLiesTransposedIsReadAsItLooks() {
        try (PointerScope scope = new PointerScope()) {
            Parameter parameter = parameter("w", Tensor.create(new double[6], 2, 3));
            give(
                    parameter,
                    Tensor.create(new double[] {1, -1, 1, -1, -1, 1}, 3, 2).t());
            optimizer(parameter).step(0.1);
            assertThat(Numbers.difference(
                            Numbers.of(parameter.tensor()), new double[] {-0.1, -0.1, 0.1, 0.1, 0.1, -0.1}))
                    .isLessThan(1e-6);
        }
    }

    @Test
    void layersFurtherFromTheOutputLearnMoreSlowly() {
        OptimConfig halving = new OptimConfig(1e-4, 0, 0.9, 0.999, 1e-8, 0, 0, 0.5, "none");
        try (PointerScope scope = new PointerScope()) {
            List<Parameter> parameters = List.of(
                    atDepth(0, Tensor.create(new double[] {0}, 1)),
                    atDepth(1, Tensor.create(new double[] {0}, 1)),
                    atDepth(2, Tensor.create(new double[] {0}, 1)));
            AdamW optimizer = new AdamW(halving, parameters, 2, Workers.of(1));
            parameters.forEach(parameter -> give(parameter, Tensor.create(new double[] {1}, 1)));
            optimizer.step(0.1);
            double[] expected = {-0.025, -0.05, -0.1};
            for (int i = 0; i < expected.length; i++) {
                assertThat(Numbers.of(parameters.get(i).tensor())[0]).isCloseTo(expected[i], within(1e-8));
            }
        }
    }

    private static Parameter atDepth(int depth, Tensor bias) {
        return new Parameter("bias " + depth, bias, false, depth);
    }

    private static Parameter parameter(String name, Tensor tensor) {
        return new Parameter(name, tensor, tensor.dim() > 1, 0);
    }

    private static AdamW optimizer(Parameter... parameters) {
        return optimizer(2, parameters);
    }

    private static AdamW optimizer(int threads, Parameter... parameters) {
        return new AdamW(TrainingConfig.defaults().optim(), List.of(parameters), 0, Workers.of(threads));
    }

    private static void give(Parameter parameter, Tensor gradient) {
        parameter.tensor().mutable_grad().put(gradient);
    }
}
