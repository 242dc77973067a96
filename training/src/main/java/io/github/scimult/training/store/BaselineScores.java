package io.github.scimult.training.store;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Json;
import io.github.scimult.training.dev.DevEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

/**
 * The baseline: the untrained base model's dev scores. They are the same in every stage and after every restart, so a run evaluates
 * the base once.
 *
 * @param inputs the base and the collections that were evaluated
 * @param seconds that the evaluation took; 0 where there is no dev set
 * @param values of each dev set, query by query
 */
public record BaselineScores(RunInputs inputs, double seconds, List<double[]> values) {
    public BaselineScores {
        values = List.copyOf(values);
    }

    /** Hands dev the scores that the run has of the same inputs, or else evaluates the base and keeps its scores. */
    public static BaselineScores keptOrEvaluated(
            RunStore store, RunInputs inputs, DevEvaluation dev, Supplier<? extends TextEncoder> base)
            throws IOException {
        if (dev.isEmpty()) {
            return new BaselineScores(inputs, 0, List.of());
        }
        if (Files.exists(store.baseline())) {
            BaselineScores kept = RunStore.read(
                    store.baseline(), BaselineScores.class, "delete it, and the baseline is evaluated again");
            if (kept != null && inputs.equals(kept.inputs())) {
                dev.compareWith(kept.values());
                return kept;
            }
        }
        long start = System.nanoTime();
        try (TextEncoder encoder = base.get()) {
            dev.evaluateBaseline(encoder);
        }
        BaselineScores made = new BaselineScores(inputs, (System.nanoTime() - start) / 1e9, dev.baseline());
        AtomicFile.writeText(store.baseline(), Json.indented(made));
        return made;
    }
}
