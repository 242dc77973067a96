package io.github.scimult.training.store;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.training.dev.DevEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the base reached on dev. It is the same in every stage and after every restart, so that a run measures it once.
 *
 * @param data fingerprints of the collections that were measured
 * @param seconds that measuring took; 0 where there is no dev
 * @param values each dev set's, query by query
 */
public record BaselineScores(List<String> data, double seconds, List<double[]> values) {
    private static final BaselineScores NONE = new BaselineScores(List.of(), 0, List.of());

    public BaselineScores {
        data = List.copyOf(data);
        values = List.copyOf(values);
    }

    /** Hands dev what the run measured before, of the same data, or else measures the base and keeps that. */
    public static BaselineScores keptOrMade(
            RunStore folder, List<String> data, DevEvaluation dev, Supplier<? extends TextEncoder> base)
            throws IOException {
        if (dev.isEmpty()) {
            return NONE;
        }
        if (Files.exists(folder.base())) {
            BaselineScores kept =
                    RunStore.read(folder.base(), BaselineScores.class, "delete it, and the base is measured again");
            if (kept != null && kept.data().equals(data)) {
                dev.compareWith(kept.values());
                return kept;
            }
        }
        long start = System.nanoTime();
        try (TextEncoder encoder = base.get()) {
            dev.measureBase(encoder);
        }
        BaselineScores made = new BaselineScores(data, (System.nanoTime() - start) / 1e9, dev.baseValues());
        folder.writeJson(folder.base(), made);
        return made;
    }
}
