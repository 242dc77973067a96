package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;

/** Means and sums of encoders: each weight is what the formula says. */
class SumTest {
    @Test
    void theMeanOfThreeEncodersIsTheMeanOfEachWeight() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            EncoderWeights mean = average(plus(base, 1), plus(base, 2), plus(base, 6));
            differ(mean, base, 3);
        }
    }

    @Test
    void ofTheModelsOfAMeanOneIsInMemoryAtATime() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            List<EncoderWeights> read = new ArrayList<>();
            EncoderWeights mean = WeightAverage.of(3, number -> {
                assertThat(read).allSatisfy(SumTest::isClosed);
                read.add(plus(base, number));
                return read.getLast();
            });
            assertThat(read).hasSize(3).allSatisfy(SumTest::isClosed);
            differ(mean, base, 1);
        }
    }

    private static void isClosed(EncoderWeights model) {
        assertThatThrownBy(() -> model.expert(0)).hasMessage("these weights were closed");
    }

    private static EncoderWeights average(EncoderWeights... models) {
        return WeightAverage.of(models.length, number -> models[number]);
    }

    @Test
    void whatModelsHaveLearntIsAddedToTheBaseAtAScale() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            List<EncoderWeights> models = List.of(plus(base, 1), plus(base, 2));
            differ(TaskVectors.sum(base, models, 1), base, 3);
            differ(TaskVectors.sum(base, models, 0.5), base, 1.5);
            differ(models.getFirst(), base, 1);
        }
    }

    @Test
    void anExpertsDifferenceIsThatToTheSubLayerItBeganFrom() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights experts = GoldenModels.release("release-attention-experts", Precision.FLOAT32);
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            Map<String, double[]> sum = weights(TaskVectors.sum(base, List.of(experts, experts), 0.5));
            weights(experts)
                    .forEach((name, expected) -> assertThat(sum.get(name)[0]).isCloseTo(expected[0], within(1e-5)));
        }
    }

    @Test
    void anExpertOfABaseThatHasExpertsIsWhatTheModelsExpertBeganFrom() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.release("release-attention-experts", Precision.FLOAT32);
            differ(TaskVectors.sum(base, List.of(plus(base, 1), plus(base, 2)), 0.5), base, 1.5);
        }
    }

    @Test
    void modelsOfDifferentVariantsAreRefusedByTheFirstWeightThatOneLacks() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights plain = GoldenModels.tinyBert(Precision.FLOAT32);
            EncoderWeights experts = GoldenModels.release("release-attention-experts", Precision.FLOAT32);
            assertThatThrownBy(() -> average(plain, experts))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be added up")
                    .hasMessageContaining("encoder.layer.")
                    .hasMessageContaining("Merge models of one base and one variant");
        }
    }

    @Test
    void modelsWhoseExpertsServeOtherTasksAreRefused() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights experts = GoldenModels.release("release-attention-experts", Precision.FLOAT32);
            ExpertLayout layout = experts.config().experts();
            ExpertLayout reversed = new ExpertLayout(
                    layout.experts().reversed(),
                    layout.taskToExpert(),
                    layout.attentionBlocks(),
                    layout.feedForwardBlocks());
            EncoderWeights other = experts.withConfig(experts.config().withExperts(reversed));
            assertThatThrownBy(
                            () -> TaskVectors.sum(GoldenModels.tinyBert(Precision.FLOAT32), List.of(experts, other), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("they differ in experts");
        }
    }

    @Test
    void modelsOfOtherInstructionsAreRefused() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            assertThatThrownBy(() -> average(instructed(base, 1), instructed(base, 0.1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("they differ in instructions")
                    .hasMessageContaining("weight=0.1");
        }
    }

    private static EncoderWeights instructed(EncoderWeights base, double weight) {
        InstructionConfig find =
                new InstructionConfig(InstructionConfig.Reader.SAME_ENCODER, Map.of("link", "Find."), weight);
        return base.withConfig(base.config().withInstructions(find));
    }

    private static EncoderWeights plus(EncoderWeights base, double number) {
        return EncoderWeights.make(
                base.config(), weight -> base.get(weight.name()).add(new Scalar(number)));
    }

    private static void differ(EncoderWeights one, EncoderWeights base, double difference) {
        Map<String, double[]> start = weights(base);
        weights(one)
                .forEach((name, values) ->
                        assertThat(values[0]).as(name).isCloseTo(start.get(name)[0] + difference, within(1e-5)));
    }

    private static Map<String, double[]> weights(EncoderWeights encoder) {
        Map<String, double[]> weights = new TreeMap<>();
        WeightArrays.of(encoder).forEach((name, array) -> weights.put(name, array.toDoubles()));
        return weights;
    }
}
