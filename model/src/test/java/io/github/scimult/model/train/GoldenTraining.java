package io.github.scimult.model.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.model.golden.Golden;
import io.github.scimult.model.golden.Numbers;
import io.github.scimult.model.loss.CandidateSets;
import io.github.scimult.model.loss.InfoNce;
import io.github.scimult.model.loss.Scores;
import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.Dropout;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.PackedBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The reference's ten steps: four queries, their positives and hard negatives, no dropout, nothing masked; each step's
 * task through its expert.
 */
final class GoldenTraining {
    /**
     * What a step showed.
     *
     * @param loss of the batch
     * @param norm of all gradients, before clipping
     * @param gradientNorms by Hugging Face's name, Q, K and V apart; a weight without a gradient is absent
     */
    record Step(double loss, double norm, Map<String, Double> gradientNorms) {}

    private final Encoder encoder;
    private final AdamW optimizer;
    private final LearningRateSchedule schedule = new LearningRateSchedule(1e-3, 2, 10);

    /** @param encoder trainable; its weights change */
    GoldenTraining(Encoder encoder) {
        this.encoder = encoder;
        this.optimizer = new AdamW(
                AdamWConfig.defaults(), Parameter.of(encoder), encoder.config().layers());
    }

    List<Step> run() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode batch : Golden.lines("optimizer/batches.jsonl")) {
            try (PointerScope scope = new PointerScope()) {
                steps.add(step(batch));
            }
        }
        return steps;
    }

    private Step step(JsonNode batch) {
        int[][] texts = texts(batch.get("rows"));
        int rows = texts.length / 3;
        int expert =
                encoder.config().experts().expertOf(Task.parse(batch.get("task").asText()));
        Tensor vectors =
                encoder.forExpert(expert).encode(PackedBatch.of(texts), AttentionKernel.FUSED, Dropout.NONE); // (3n, H)
        Tensor queries = vectors.narrow(0, 0, rows); // (n, H)
        Tensor candidates = vectors.narrow(0, rows, 2L * rows); // (2n, H)
        Tensor scores = Scores.of(queries, candidates, Similarity.DOT, 1); // (n, 2n)
        Tensor loss = new InfoNce().perQuery(scores, diagonal(rows)).mean();
        loss.backward();
        Map<String, Double> norms = gradientNorms();
        double norm = optimizer.step(schedule.rate(batch.get("step").asLong()));
        return new Step(Numbers.of(loss)[0], norm, norms);
    }

    /** The n queries, then the n positives, then the n hard negatives. */
    private static int[][] texts(JsonNode rows) {
        List<int[]> texts = new ArrayList<>();
        for (String part : List.of("query", "positive", "hard_negative")) {
            for (JsonNode row : rows) {
                texts.add(Golden.ints(row.get(part)));
            }
        }
        return texts.toArray(int[][]::new);
    }

    private static CandidateSets diagonal(int rows) {
        int[][] positives = new int[rows][];
        for (int row = 0; row < rows; row++) {
            positives[row] = new int[] {row};
        }
        return new CandidateSets(positives, new int[rows][0]);
    }

    private Map<String, Double> gradientNorms() {
        Map<String, Double> norms = new TreeMap<>();
        for (Parameter parameter : optimizer.parameters()) {
            Tensor gradient = parameter.tensor().grad();
            if (gradient.defined()) {
                apart(parameter.name(), gradient)
                        .forEach((name, part) -> norms.put(name, Numbers.length(Numbers.of(part))));
            }
        }
        return norms;
    }

    private static Map<String, Tensor> apart(String name, Tensor gradient) {
        if (!name.contains(".self.qkv.")) {
            return Map.of(name, gradient);
        }
        long rows = gradient.size(0) / 3;
        return Map.of(
                name.replace("qkv", "query"), gradient.narrow(0, 0, rows),
                name.replace("qkv", "key"), gradient.narrow(0, rows, rows),
                name.replace("qkv", "value"), gradient.narrow(0, 2 * rows, rows));
    }
}
