package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.pytorch.global.torch.ones;

import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededDropoutTest {
    private static final long SEED = 20260101;

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 0.9})
    void theShareDroppedAndTheMeanAreRight(double probability) {
        double[] kept = dropped(new SeededDropout(probability, 0, SEED), ScalarType.Float, 400, 1000);
        double zeros = Arrays.stream(kept).filter(value -> value == 0).count();
        double deviation = Math.sqrt(probability * (1 - probability) / kept.length);
        assertThat(zeros / kept.length).isCloseTo(probability, within(4 * deviation));
        assertThat(Arrays.stream(kept).average().orElseThrow()).isCloseTo(1, within(4 * deviation / (1 - probability)));
        assertThat(Arrays.stream(kept).filter(value -> value != 0).distinct().boxed())
                .singleElement()
                .satisfies(value -> assertThat(value).isCloseTo(1 / (1 - probability), within(1e-6)));
    }

    /** Scaled by a bfloat16 of 1 / (1 − 0.1), all that is kept would be 0.16 % too small; rounding alone leaves a fortieth of a percent. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.2, 0.3})
    void inBfloat16WhatIsKeptIsNeitherTooLargeNorTooSmallOnAverage(double probability) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] numbers = new float[400_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) Math.exp(6 * random.nextDouble());
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor x = Tensor.create(numbers).to(ScalarType.BFloat16);
            double[] before = Numbers.of(x);
            double[] after = Numbers.of(new SeededDropout(probability, 0, SEED).apply(x));
            double kept = IntStream.range(0, before.length)
                    .filter(i -> after[i] != 0)
                    .mapToDouble(i -> after[i] / before[i])
                    .average()
                    .orElseThrow();
            assertThat(kept).isCloseTo(1 / (1 - probability), within(4e-4));
        }
    }

    @Test
    void theSameSeedGivesTheSameMasksAtEveryPlace() {
        SeededDropout first = new SeededDropout(0.1, 0.2, SEED);
        SeededDropout second = new SeededDropout(0.1, 0.2, SEED);
        for (int place = 0; place < 3; place++) {
            assertThat(dropped(first, ScalarType.Float, 50, 77)).isEqualTo(dropped(second, ScalarType.Float, 50, 77));
            assertThat(attention(first)).isEqualTo(attention(second));
        }
    }

    @Test
    void otherSeedsAndOtherPlacesDropOtherComponents() {
        SeededDropout one = new SeededDropout(0.5, 0, SEED);
        double[] first = dropped(one, ScalarType.Float, 100, 100);
        double[] otherPlace = dropped(one, ScalarType.Float, 100, 100);
        double[] otherSeed = dropped(new SeededDropout(0.5, 0, SEED + 1), ScalarType.Float, 100, 100);
        // Independent masks of probability 1/2 agree in half of the 10,000 components, within four deviations.
        assertThat(agreement(first, otherPlace)).isCloseTo(0.5, within(0.02));
        assertThat(agreement(first, otherSeed)).isCloseTo(0.5, within(0.02));
        assertThat(agreement(otherPlace, otherSeed)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void neighbouringComponentsAreIndependent() {
        double[] kept = dropped(new SeededDropout(0.5, 0, SEED), ScalarType.Float, 400, 1000);
        for (int distance : new int[] {1, 2, 3, 4, 8, 1000}) {
            double[] shifted = Arrays.copyOfRange(kept, distance, kept.length);
            double[] start = Arrays.copyOf(kept, shifted.length);
            assertThat(agreement(start, shifted)).as("distance %d", distance).isCloseTo(0.5, within(0.004));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Float", "Double", "BFloat16"})
    void theGradientGoesThroughTheSameMask(String type) {
        try (PointerScope scope = new PointerScope()) {
            Tensor x = ones(31, 33).to(ScalarType.valueOf(type)).set_requires_grad(true);
            Tensor y = new SeededDropout(0.3, 0, SEED).apply(x);
            y.sum().backward();
            assertThat(Numbers.of(x.grad())).isEqualTo(Numbers.of(y)).contains(0.0);
        }
    }

    @Test
    void allTypesDropTheSameComponents() {
        double[] floats = dropped(new SeededDropout(0.1, 0, SEED), ScalarType.Float, 61, 3);
        for (ScalarType type : new ScalarType[] {ScalarType.Double, ScalarType.BFloat16}) {
            double[] others = dropped(new SeededDropout(0.1, 0, SEED), type, 61, 3);
            assertThat(agreement(floats, others)).isEqualTo(1);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheMask() {
        double[] alone = onThreads(1);
        assertThat(onThreads(3)).isEqualTo(alone);
        assertThat(dropped(new SeededDropout(0.1, 0, SEED), ScalarType.Float, 300, 501))
                .isEqualTo(alone);
    }

    @Test
    void aTransposedTensorIsDroppedAsItLooksNotAsItLies() {
        try (PointerScope scope = new PointerScope()) {
            double[] transposed = Numbers.of(
                    new SeededDropout(0.3, 0, SEED).apply(ones(40, 30).t()));
            assertThat(transposed).isEqualTo(dropped(new SeededDropout(0.3, 0, SEED), ScalarType.Float, 30, 40));
        }
    }

    @Test
    void aProbabilityOfZeroTouchesNothing() {
        try (PointerScope scope = new PointerScope()) {
            Tensor x = ones(3, 3);
            SeededDropout none = new SeededDropout(0, 0, SEED);
            assertThat(none.apply(x)).isSameAs(x);
            assertThat(none.applyToAttention(x)).isSameAs(x);
            assertThat(none.dropsAttention()).isFalse();
        }
    }

    @Test
    void aProbabilityOfOneIsRefused() {
        assertThatThrownBy(() -> new SeededDropout(1, 0, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hidden");
        assertThatThrownBy(() -> new SeededDropout(0, Double.NaN, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attention");
    }

    private static double[] onThreads(int threads) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> dropped(new SeededDropout(0.1, 0, SEED), ScalarType.Float, 300, 501))
                    .join();
        }
    }

    private static double[] dropped(SeededDropout dropout, ScalarType type, long rows, long columns) {
        try (PointerScope scope = new PointerScope()) {
            return Numbers.of(dropout.apply(ones(rows, columns).to(type)));
        }
    }

    private static double[] attention(SeededDropout dropout) {
        try (PointerScope scope = new PointerScope()) {
            return Numbers.of(dropout.applyToAttention(ones(2, 3, 5, 7)));
        }
    }

    /** The share of components that both kept or both dropped. */
    private static double agreement(double[] a, double[] b) {
        int equal = 0;
        for (int i = 0; i < a.length; i++) {
            equal += (a[i] == 0) == (b[i] == 0) ? 1 : 0;
        }
        return (double) equal / a.length;
    }
}
