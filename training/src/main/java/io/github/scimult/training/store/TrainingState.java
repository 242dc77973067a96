package io.github.scimult.training.store;

import io.github.scimult.core.configuration.RecordCopy;
import java.util.Arrays;
import java.util.Map;

/**
 * Where a run stands, beside weights and moments. Everything random follows from the seed and these numbers.
 *
 * @param position in the data
 * @param clock time so far
 * @param horizon when training ends, fixed at the run's start
 * @param selection for model selection on dev
 * @param taskFactors on the weights of tasks in the mix, since the last evaluation; a task that is not listed has 1
 */
public record TrainingState(
        Position position, Clock clock, Horizon horizon, Selection selection, Map<String, Double> taskFactors) {
    /**
     * Where the run stands in its data.
     *
     * @param step optimiser steps done
     * @param epochs of each source, passes completed
     * @param batches of each source, batches drawn of the present pass
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Position(long step, long[] epochs, int[] batches) {
        @Override
        public String toString() {
            return "step " + step + ", epochs " + Arrays.toString(epochs) + ", batches " + Arrays.toString(batches);
        }
    }

    /**
     * Time so far, interruptions left out.
     *
     * @param elapsedSeconds of everything
     * @param trainingSeconds of optimiser steps alone: evaluations, mining and saving left out
     */
    public record Clock(double elapsedSeconds, double trainingSeconds) {}

    /**
     * When training ends. An epoch's number of batches varies from one pass to the next, so the steps of a run are counted once.
     *
     * @param steps 0 for no limit
     * @param trainingSeconds time for optimiser steps, 0 for no limit; only ever shrinks
     */
    public record Horizon(long steps, double trainingSeconds) {}

    /**
     * For model selection on dev.
     *
     * @param evaluations so far, the baseline's left out
     * @param bestMean the best mean over the tasks; null before any
     * @param evaluationsSinceBest for early stopping
     * @param secondsPerEvaluation what an evaluation costs, for planning
     */
    public record Selection(int evaluations, Double bestMean, int evaluationsSinceBest, double secondsPerEvaluation) {
        public boolean isBest(double mean) {
            return bestMean == null || mean > bestMean;
        }

        /** After one more evaluation. */
        public Selection with(double mean, boolean best, double seconds) {
            return new Selection(evaluations + 1, best ? mean : bestMean, best ? 0 : evaluationsSinceBest + 1, seconds);
        }
    }

    public TrainingState {
        taskFactors = Map.copyOf(taskFactors);
    }

    /** Before the first step. */
    public static TrainingState start(int sources, Horizon horizon, Clock clock, double secondsPerEvaluation) {
        return new TrainingState(
                new Position(0, new long[sources], new int[sources]),
                clock,
                horizon,
                new Selection(0, null, 0, secondsPerEvaluation),
                Map.of());
    }

    public long step() {
        return position.step();
    }

    public TrainingState with(Position newPosition) {
        return RecordCopy.with(this, Map.of("position", newPosition));
    }

    public TrainingState with(Clock newClock) {
        return RecordCopy.with(this, Map.of("clock", newClock));
    }

    public TrainingState with(Horizon newHorizon) {
        return RecordCopy.with(this, Map.of("horizon", newHorizon));
    }

    public TrainingState with(Selection newSelection) {
        return RecordCopy.with(this, Map.of("selection", newSelection));
    }

    public TrainingState withTaskFactors(Map<String, Double> factors) {
        return RecordCopy.with(this, Map.of("taskFactors", factors));
    }
}
