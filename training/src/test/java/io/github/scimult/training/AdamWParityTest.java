package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.Workers;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.optim.LearningRateSchedule;
import io.github.scimult.training.optim.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** The optimiser alone against torch's, from stored gradients: 40 steps, 21 of them clipped. */
class AdamWParityTest {
    @Test
    void doublesGiveTheReferencesWeights() throws IOException {
        followTheReference(ScalarType.Double, 1e-14);
    }

    @Test
    void floatsStayAtTheReferencesWeights() throws IOException {
        followTheReference(ScalarType.Float, 1e-6);
    }

    private static void followTheReference(ScalarType type, double bound) throws IOException {
        JsonNode setup = Golden.json("optimizer/small.setup.json");
        LearningRateSchedule schedule = new LearningRateSchedule(
                setup.get("peak_lr").asDouble(),
                setup.get("warmup_steps").asLong(),
                setup.get("steps").asLong());
        int clipped = 0;
        try (PointerScope scope = new PointerScope()) {
            List<Parameter> parameters = parameters(setup.get("initial_weights"), type);
            AdamW optimizer = new AdamW(TrainingConfig.defaults().optim(), parameters, 0, Workers.of(2));
            for (JsonNode step : Golden.lines("optimizer/small.steps.jsonl")) {
                double rate = schedule.rate(step.get("step").asLong());
                assertThat(rate).isCloseTo(step.get("lr").asDouble(), within(1e-18));
                JsonNode gradients = step.get("gradients_before_clipping");
                for (Parameter parameter : parameters) {
                    parameter.tensor().mutable_grad().put(tensor(gradients.get(parameter.name()), type));
                }
                double norm = step.get("grad_norm").asDouble();
                assertThat(optimizer.step(rate)).isCloseTo(norm, within(bound * Math.max(1, norm)));
                clipped += norm > 2 ? 1 : 0;
                weightsAgree(parameters, step, bound);
            }
        }
        assertThat(clipped).isEqualTo(21);
    }

    private static void weightsAgree(List<Parameter> parameters, JsonNode step, double bound) {
        for (Parameter parameter : parameters) {
            JsonNode expected = step.get("weights_after").get(parameter.name());
            assertThat(Numbers.difference(Numbers.of(parameter.tensor()), Golden.doubles(expected)))
                    .as("%s after step %s", parameter.name(), step.get("step"))
                    .isLessThanOrEqualTo(bound);
        }
    }

    private static List<Parameter> parameters(JsonNode weights, ScalarType type) {
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> weight : weights.properties()) {
            Tensor tensor = tensor(weight.getValue(), type);
            parameters.add(new Parameter(weight.getKey(), tensor, tensor.dim() > 1, 0));
        }
        return parameters;
    }

    private static Tensor tensor(JsonNode value, ScalarType type) {
        double[] numbers = Golden.doubles(value);
        Tensor flat = Tensor.create(numbers, numbers.length).to(type);
        return value.get(0).isArray() ? flat.view(value.size(), value.get(0).size()) : flat;
    }
}
