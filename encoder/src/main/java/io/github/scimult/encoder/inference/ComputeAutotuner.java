package io.github.scimult.encoder.inference;

import static org.bytedeco.pytorch.global.torch.randn;

import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Routing;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.Workers;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.tensor.Libtorch;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Measures which precision and which attention kernel are fastest here. Processors differ by factors: some multiply
 * bfloat16 six times faster than 32-bit floats, others slower.
 */
public final class ComputeAutotuner {
    private static final int SEQUENCES = 4;
    private static final int LENGTH = 187;
    private static final int VOCABULARY = 1000;
    private static final int ROUNDS = 3;

    /** What is so many times slower in one text is slower in more of them, however noisy the machine. */
    private static final double HOPELESS = 2;

    /**
     * A later way is taken if it needs less than so much of the time of the best before it. So where two are level, the choice is the
     * same each time, and falls on more digits and less memory.
     */
    private static final double CLEARLY_FASTER = 0.95;

    private ComputeAutotuner() {}

    /** What a caller wants; null leaves the choice to the measurement. */
    public record Wish(Precision precision, AttentionKernel attention, int threads) {
        /** Everything measured. */
        public static final Wish AUTOMATIC = new Wish(null, null, 0);
    }

    /**
     * The fastest plan among those the wish allows. One block of the encoder's sizes is run forward, and backward if it is
     * to train, with the dropout of the workload: about a second for a width of 768.
     */
    public static ComputeSettings measure(EncoderConfig config, Wish wish, Workload workload) {
        int threads = Libtorch.threads(wish.threads());
        if (wish.precision() != null && wish.attention() != null) {
            return new ComputeSettings(wish.precision(), wish.attention(), threads);
        }
        ComputeSettings best = null;
        double bestSeconds = Double.POSITIVE_INFINITY;
        for (Precision precision : new Precision[] {Precision.FLOAT32, Precision.BFLOAT16}) {
            for (AttentionKernel kernel : AttentionKernel.values()) {
                boolean allowed = (wish.precision() == null || wish.precision() == precision)
                        && (wish.attention() == null || wish.attention() == kernel);
                if (allowed) {
                    Candidate candidate = new Candidate(oneBlock(config), precision, kernel, workload);
                    double seconds = candidate.seconds(Workers.of(threads), bestSeconds);
                    if (Double.isInfinite(seconds)) {
                        break; // the dense layers make it hopeless, and they are the same with every kernel
                    }
                    if (best == null || seconds < CLEARLY_FASTER * bestSeconds) {
                        bestSeconds = seconds;
                        best = new ComputeSettings(precision, kernel, threads);
                    }
                }
            }
        }
        return best == null ? new ComputeSettings(wish.precision(), wish.attention(), threads) : best;
    }

    private static EncoderConfig oneBlock(EncoderConfig config) {
        Architecture whole = config.architecture();
        int first = whole.tables().firstPosition();
        Architecture small =
                whole.with(whole.sizes().withLayers(1), new EmbeddingTables(VOCABULARY, first + LENGTH, first, 1));
        return new EncoderConfig(small, config.head().withMaxLength(LENGTH), Routing.NONE);
    }

    /** One way to compute. */
    private record Candidate(EncoderConfig config, Precision precision, AttentionKernel kernel, Workload workload) {
        /** The fastest round, in seconds, of every worker doing the same: they share memory and power. */
        double seconds(Workers workers, double toBeat) {
            return workers.run(worker -> secondsAlone(toBeat)).stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
        }

        private double secondsAlone(double toBeat) {
            try (EncoderWeights weights = EncoderWeights.make(
                            config, weight -> randn(weight.shape()).mul(new Scalar(0.05)));
                    AutoGradMode mode = new AutoGradMode(workload.trains())) {
                Encoder encoder = (workload.trains() ? weights.trainable() : weights).expert(0);
                return isHopeless(encoder, toBeat) ? Double.POSITIVE_INFINITY : fastestRound(encoder);
            }
        }

        /**
         * Where a processor has no bfloat16 instructions, measuring all would take many seconds. The second text judges, since
         * the first pays for what is made once; but what even that does not explain is not given a second.
         */
        private boolean isHopeless(Encoder encoder, double toBeat) {
            double bound = HOPELESS * toBeat;
            return secondsOf(encoder, 1) > bound * SEQUENCES || secondsOf(encoder, 1) * SEQUENCES > bound;
        }

        private double fastestRound(Encoder encoder) {
            double best = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, secondsOf(encoder, SEQUENCES));
            }
            return best;
        }

        private double secondsOf(Encoder encoder, int sequences) {
            int[][] texts = new int[sequences][LENGTH];
            Arrays.stream(texts).forEach(text -> Arrays.fill(text, 7));
            long start = System.nanoTime();
            try (PointerScope scope = new PointerScope()) {
                Tensor sum = encoder.computingIn(precision)
                        .encode(
                                PackedBatch.of(texts),
                                kernel,
                                workload.dropout().get())
                        .sum();
                if (workload.trains()) {
                    sum.backward();
                } else {
                    sum.item_float();
                }
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
