package io.github.scimult.training;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.loss.Losses;
import java.util.Map;

/**
 * What the steps of a run minimise.
 *
 * @param loss of the rows of scores
 * @param isSymmetric whether each positive is to find its queries, too
 * @param temperatures τ of tasks, by name or family, while they are trained; others have the encoder's
 */
record Objective(Losses loss, boolean isSymmetric, Map<String, Double> temperatures) {
    static Objective of(TrainingConfig config) {
        return new Objective(
                config.loss(), config.symmetricLoss(), config.tasks().temperatures());
    }

    /** The loss from a query to its candidates alone, at the encoder's temperature. */
    static Objective of(Losses loss) {
        return new Objective(loss, false, Map.of());
    }

    /** The loss of the task's batches. */
    BatchLoss of(Task task, EncoderConfig encoder) {
        double scale = task.byNameOrFamily(temperatures)
                .map(temperature -> 1 / temperature)
                .orElse(encoder.scale());
        return new BatchLoss(loss, isSymmetric, encoder.similarity(), scale, BatchLoss.SCORES_AT_ONCE);
    }
}
