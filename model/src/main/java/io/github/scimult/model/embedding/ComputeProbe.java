package io.github.scimult.model.embedding;

import static org.bytedeco.pytorch.global.torch.randn;

import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.Dropout;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.Libtorch;
import io.github.scimult.model.nn.PackedBatch;
import io.github.scimult.model.nn.Precision;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Measures which precision and which attention kernel are fastest here. Processors differ by factors: some multiply
 * bfloat16 six times faster than 32-bit floats, others slower.
 */
public final class ComputeProbe {
    private static final int SEQUENCES = 8;
    private static final int LENGTH = 192;
    private static final int ROUNDS = 3;

    private ComputeProbe() {}

    /** What a caller wants; null leaves the choice to the measurement. */
    public record Wish(Precision precision, AttentionKernel attention, int threads) {
        /** Everything measured. */
        public static final Wish AUTOMATIC = new Wish(null, null, 0);
    }

    /**
     * The fastest plan among those the wish allows. One block of the encoder's sizes is run forward, and backward if it is
     * to train; some tenths of a second.
     */
    public static ComputePlan measure(EncoderConfig config, Wish wish, boolean training) {
        Libtorch.prepare(wish.threads());
        if (wish.precision() != null && wish.attention() != null) {
            return new ComputePlan(wish.precision(), wish.attention(), Libtorch.threads());
        }
        ComputePlan best = null;
        double bestSeconds = Double.POSITIVE_INFINITY;
        for (Precision precision : new Precision[] {Precision.BFLOAT16, Precision.FLOAT32}) {
            for (AttentionKernel kernel : AttentionKernel.values()) {
                boolean allowed = (wish.precision() == null || wish.precision() == precision)
                        && (wish.attention() == null || wish.attention() == kernel);
                if (allowed) {
                    double seconds = seconds(oneBlock(config), precision, kernel, training);
                    if (seconds < bestSeconds) {
                        bestSeconds = seconds;
                        best = new ComputePlan(precision, kernel, Libtorch.threads());
                    }
                }
            }
        }
        return best == null ? new ComputePlan(wish.precision(), wish.attention(), Libtorch.threads()) : best;
    }

    private static EncoderConfig oneBlock(EncoderConfig config) {
        return new EncoderConfig(
                1000,
                config.hiddenSize(),
                1,
                config.heads(),
                config.feedForwardSize(),
                Math.max(LENGTH, 3),
                1,
                config.layerNormEpsilon(),
                config.pooling(),
                config.similarity(),
                config.scale(),
                LENGTH,
                io.github.scimult.model.nn.ExpertLayout.none());
    }

    private static double seconds(EncoderConfig config, Precision precision, AttentionKernel kernel, boolean training) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode mode = new AutoGradMode(training)) {
            Encoder encoder = Encoder.load(config, (name, shape) -> randn(shape).mul(new Scalar(0.05)))
                    .map(weight -> weight.detach().requires_grad_(training));
            int[][] texts = new int[SEQUENCES][LENGTH];
            Arrays.stream(texts).forEach(text -> Arrays.fill(text, 7));
            double best = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                run(encoder, texts, precision, kernel, training);
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            return best;
        }
    }

    private static void run(
            Encoder encoder, int[][] texts, Precision precision, AttentionKernel kernel, boolean training) {
        try (PointerScope scope = new PointerScope()) {
            Tensor vectors = encoder.forExpert(0)
                    .computingIn(precision)
                    .encode(PackedBatch.of(texts), kernel, Dropout.NONE)
                    .sum();
            if (training) {
                vectors.backward();
            } else {
                vectors.item_float();
            }
        }
    }
}
