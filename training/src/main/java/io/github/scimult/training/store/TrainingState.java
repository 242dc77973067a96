package io.github.scimult.training.store;

import java.util.Arrays;
import java.util.Map;

/**
 * Where a run stands, beside weights and moments. Everything random follows from the seed and these numbers.
 *
 * @param step steps done
 * @param epochs of each source, passes begun before the present one
 * @param batches of each source, batches drawn of the present pass
 * @param elapsedSeconds of training so far
 * @param bestMean the best dev mean; negative infinity (null in the file) before any
 * @param measurementsSinceBest for early stopping
 * @param secondsPerMeasurement what measuring dev costs, for planning
 * @param taskFactors on the weights of tasks in the mix, since the last measurement; a task not listed has 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingState(
        long step,
        long[] epochs,
        int[] batches,
        double elapsedSeconds,
        Double bestMean,
        int measurementsSinceBest,
        double secondsPerMeasurement,
        Map<String, Double> taskFactors) {
    public TrainingState {
        taskFactors = taskFactors == null ? Map.of() : Map.copyOf(taskFactors);
    }

    public static TrainingState start(int sources) {
        return new TrainingState(0, new long[sources], new int[sources], 0, null, 0, 0, Map.of());
    }

    public TrainingState withStep(long newStep, long[] newEpochs, int[] newBatches, double elapsed) {
        return new TrainingState(
                newStep,
                newEpochs.clone(),
                newBatches.clone(),
                elapsed,
                bestMean,
                measurementsSinceBest,
                secondsPerMeasurement,
                taskFactors);
    }

    public TrainingState withMeasurement(double mean, boolean best, double seconds, double elapsed) {
        return new TrainingState(
                step,
                epochs,
                batches,
                elapsed,
                best ? mean : bestMean,
                best ? 0 : measurementsSinceBest + 1,
                seconds,
                taskFactors);
    }

    public TrainingState withTaskFactors(Map<String, Double> factors) {
        return new TrainingState(
                step, epochs, batches, elapsedSeconds, bestMean, measurementsSinceBest, secondsPerMeasurement, factors);
    }

    public boolean isBest(double mean) {
        return bestMean == null || mean > bestMean;
    }

    @Override
    public String toString() {
        return "step " + step + ", epochs " + Arrays.toString(epochs) + ", batches " + Arrays.toString(batches);
    }
}
