package io.github.scimult.training;

import io.github.scimult.core.random.Seeds;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.training.batch.StepMemory;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.config.BatchConfig;
import io.github.scimult.training.config.DropoutConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.loss.Losses;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.optim.Parameter;
import java.util.Arrays;

/** Measures the speed of training: the steps that {@link Trainer} takes, on given pairs, without its reading and saving. */
public final class TrainingBenchmark implements AutoCloseable {
    private static final double RATE = 2e-5;
    private static final long SEED = 17;

    private final int chunkTokens;
    private final TrainingStep computation;
    private final AdamW optimizer;
    private final DropoutConfig dropout;
    private long step;

    /**
     * @param start weights, which are trained in place
     * @param plan precision, attention kernel and threads
     * @param chunkTokens as {@link BatchConfig#chunkTokens}: fewer where memory would not hold them; 0 never divides a batch
     */
    public TrainingBenchmark(EncoderWeights start, ComputeSettings plan, DropoutConfig dropout, int chunkTokens) {
        EncoderWeights weights = start.trainable();
        EncoderConfig config = weights.config();
        this.chunkTokens = new StepMemory(config, plan, dropout.attention() > 0, config.maxLength())
                .chunkTokens(chunkTokens, StepMemory.ofMachine());
        this.computation = new TrainingStep(weights, plan, Objective.of(Losses.INFO_NCE), this.chunkTokens);
        this.optimizer =
                new AdamW(TrainingConfig.defaults().optim(), Parameter.of(weights), config.layers(), plan.workers());
        this.dropout = dropout;
    }

    /** So many tokens go through the encoder at once; 0 for a whole batch. */
    public int chunkTokens() {
        return chunkTokens;
    }

    /**
     * What a step did.
     *
     * @param loss of its pairs
     * @param tokens of its texts, padding not counted
     * @param seconds from the token ids to the updated weights
     */
    public record Measured(double loss, long tokens, double seconds) {
        public double tokensPerSecond() {
            return tokens / seconds;
        }
    }

    /**
     * Takes one step: query i belongs to candidate i, all other candidates are its negatives.
     *
     * @param queries (n) token ids
     * @param candidates (m ≥ n) token ids
     * @param instruction token ids of what all texts attend to; empty for none
     */
    public Measured step(int[][] queries, int[][] candidates, int[] instruction) {
        long start = System.nanoTime();
        TokenBatch batch = TokenBatch.inPlace(Task.SEARCH, instruction, queries, candidates);
        double loss = computation.addGradients(batch, dropout(), 1);
        optimizer.step(RATE);
        step++;
        return new Measured(loss, batch.tokens(), (System.nanoTime() - start) / 1e9);
    }

    private Dropout dropout() {
        return dropout.hidden() == 0 && dropout.attention() == 0
                ? Dropout.NONE
                : new SeededDropout(dropout.hidden(), dropout.attention(), Seeds.derive(SEED, step, 0));
    }

    /** Frees the optimiser's memory; the weights stay the caller's. */
    @Override
    public void close() {
        optimizer.close();
    }

    /** The median speed of some steps, in tokens a second. */
    public static double median(Measured... steps) {
        double[] speeds = Arrays.stream(steps)
                .mapToDouble(Measured::tokensPerSecond)
                .sorted()
                .toArray();
        return (speeds[(speeds.length - 1) / 2] + speeds[speeds.length / 2]) / 2;
    }
}
