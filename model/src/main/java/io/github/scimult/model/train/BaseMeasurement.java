package io.github.scimult.model.train;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.model.dev.DevEvaluation;
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
record BaseMeasurement(List<String> data, double seconds, List<double[]> values) {
    private static final BaseMeasurement NONE = new BaseMeasurement(List.of(), 0, List.of());

    BaseMeasurement {
        data = List.copyOf(data);
        values = List.copyOf(values);
    }

    /** Hands dev what the run measured before, of the same data, or else measures the base and keeps that. */
    static BaseMeasurement keptOrMade(
            TrainingFolder folder, TrainingSetup setup, DevEvaluation dev, Supplier<? extends TextEncoder> base)
            throws IOException {
        if (dev.isEmpty()) {
            return NONE;
        }
        List<String> data = setup.fingerprints();
        if (Files.exists(folder.base())) {
            BaseMeasurement kept = TrainingFolder.read(
                    folder.base(), BaseMeasurement.class, "delete it, and the base is measured again");
            if (kept != null && kept.data().equals(data)) {
                dev.compareWith(kept.values());
                return kept;
            }
        }
        long start = System.nanoTime();
        dev.measureBase(base.get());
        BaseMeasurement made = new BaseMeasurement(data, (System.nanoTime() - start) / 1e9, dev.baseValues());
        folder.writeJson(folder.base(), made);
        return made;
    }
}
