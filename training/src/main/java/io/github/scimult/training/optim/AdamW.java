package io.github.scimult.training.optim;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import io.github.scimult.encoder.tensor.TensorOwner;
import io.github.scimult.training.config.OptimConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * AdamW (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2, as torch computes it), with
 * clipping by the global norm, in one pass over each parameter's memory on all cores.
 *
 * <p>Every parameter ages by itself: one without a gradient, an expert whose turn it is not, is skipped whole, neither
 * decays nor counts a step.
 */
public final class AdamW implements AutoCloseable {
    /** Components that one task of the pass updates; its buffers stay in the processor's caches. */
    private static final int CHUNK = 1 << 16;

    private final OptimConfig config;
    private final List<Parameter> parameters;
    private final double[] rateFactors;
    private final Tensor[] firstMoments;
    private final Tensor[] secondMoments;
    private final long[] updates;
    private final TensorOwner owner = new TensorOwner();

    /**
     * @param layers blocks of the encoder, for the layer-wise decay of the rate
     */
    public AdamW(OptimConfig config, List<Parameter> parameters, int layers) {
        this.config = config;
        this.parameters = List.copyOf(parameters);
        int count = parameters.size();
        rateFactors = new double[count];
        firstMoments = new Tensor[count];
        secondMoments = new Tensor[count];
        updates = new long[count];
        for (int i = 0; i < count; i++) {
            Tensor tensor = parameters.get(i).tensor();
            rateFactors[i] = Math.pow(
                    config.layerDecay(), layers - (double) parameters.get(i).depth());
            firstMoments[i] = owner.keep(() -> zeros_like(tensor).detach());
            secondMoments[i] = owner.keep(() -> zeros_like(tensor).detach());
        }
    }

    /**
     * Clips the gradients to the configured norm, updates all parameters that have one, and clears the gradients.
     *
     * @param rate this step's learning rate
     * @return the gradients' global norm before clipping
     * @throws NonFiniteGradientException if it is not finite; nothing has been updated then
     */
    public double step(double rate) {
        // Every look at a gradient holds on to its memory: without a scope, until the garbage collector comes by.
        try (PointerScope scope = new PointerScope()) {
            double norm = gradientNorm();
            if (!Double.isFinite(norm)) {
                throw nonFinite(norm);
            }
            double clip = config.clipNorm() > 0 ? Math.min(1, config.clipNorm() / (norm + 1e-6)) : 1;
            for (int i = 0; i < parameters.size(); i++) {
                Tensor gradient = parameters.get(i).tensor().grad();
                if (gradient.defined()) {
                    updates[i]++;
                    runInChunks(update(i, gradient, rate, clip));
                }
            }
            clearGradients();
            return norm;
        }
    }

    /** Names the first parameter whose gradient is at fault. */
    private NonFiniteGradientException nonFinite(double norm) {
        for (Parameter parameter : parameters) {
            Tensor gradient = parameter.tensor().grad();
            if (gradient.defined()
                    && !Double.isFinite(
                            gradient.norm(new Scalar(2)).to(ScalarType.Double).item_double())) {
                return new NonFiniteGradientException("the gradient of '" + parameter.name() + "' is not finite");
            }
        }
        return new NonFiniteGradientException("the norm of all gradients is " + norm);
    }

    private AdamWUpdate update(int i, Tensor gradient, double rate, double clip) {
        Parameter parameter = parameters.get(i);
        double scaledRate = rate * rateFactors[i];
        double decay = parameter.decays() ? scaledRate * config.weightDecay() : 0;
        double bias1 = 1 - Math.pow(config.beta1(), updates[i]);
        double bias2 = 1 - Math.pow(config.beta2(), updates[i]);
        return new AdamWUpdate(
                parameter.tensor(),
                gradient.contiguous(),
                firstMoments[i],
                secondMoments[i],
                config,
                new AdamWUpdate.Factors(scaledRate / bias1, Math.sqrt(bias2), 1 - decay, clip));
    }

    private static void runInChunks(AdamWUpdate update) {
        long size = update.size();
        int chunks = (int) ((size + CHUNK - 1) / CHUNK);
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            long start = (long) chunk * CHUNK;
            update.run(start, (int) Math.min(CHUNK, size - start));
        });
    }

    private double gradientNorm() {
        double squares = 0;
        for (Parameter parameter : parameters) {
            Tensor gradient = parameter.tensor().grad();
            if (gradient.defined()) {
                double norm = gradient.norm(new Scalar(2)).to(ScalarType.Double).item_double();
                squares += norm * norm;
            }
        }
        return Math.sqrt(squares);
    }

    /** Forgets all gradients, so that the next backward pass starts from nothing. */
    public void clearGradients() {
        try (PointerScope scope = new PointerScope()) {
            for (Parameter parameter : parameters) {
                parameter.tensor().mutable_grad().reset();
            }
        }
    }

    /** Frees the moments. */
    @Override
    public void close() {
        owner.close();
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** m of parameter {@code index}, in its shape. */
    public Tensor firstMoment(int index) {
        return firstMoments[index];
    }

    /** v of parameter {@code index}, in its shape. */
    public Tensor secondMoment(int index) {
        return secondMoments[index];
    }

    /** How often each parameter was updated. */
    public long[] updates() {
        return updates.clone();
    }

    /** Takes over how often each parameter was updated; the moments are copied into by the caller. */
    public void restoreUpdates(long[] counts) {
        if (counts.length != updates.length) {
            throw new IllegalArgumentException(
                    "update counts for " + counts.length + " parameters, there are " + updates.length);
        }
        System.arraycopy(counts, 0, updates, 0, counts.length);
    }
}
