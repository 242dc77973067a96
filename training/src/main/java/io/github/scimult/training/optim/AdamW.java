package io.github.scimult.training.optim;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import io.github.scimult.encoder.nn.Workers;
import io.github.scimult.encoder.tensor.TensorOwner;
import io.github.scimult.training.config.OptimConfig;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * AdamW (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2, as torch computes it), with
 * clipping by the global norm: one pass over the gradients for their norm, and one over each parameter's memory. Both go by blocks of a
 * fixed size, shared out among the run's threads, and squares are added up in the blocks' order, so that what is computed does not depend
 * on how many threads there are.
 *
 * <p>Every parameter ages by itself: one without a gradient, an expert whose turn it is not, is skipped whole, neither
 * decays nor counts a step.
 */
public final class AdamW implements AutoCloseable {
    /** Components of a block; the buffers of its update stay in the processor's caches. */
    private static final int BLOCK = 1 << 16;

    private final OptimConfig config;
    private final List<Parameter> parameters;
    private final double[] rateFactors;
    private final Tensor[] firstMoments;
    private final Tensor[] secondMoments;
    private final long[] updates;
    private final Workers workers;
    private final TensorOwner owner = new TensorOwner();

    /**
     * @param layers blocks of the encoder, for the layer-wise decay of the rate
     * @param workers the threads to compute on
     */
    public AdamW(OptimConfig config, List<Parameter> parameters, int layers, Workers workers) {
        this.config = config;
        this.workers = workers;
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
            List<Block> blocks = blocks();
            double norm = norm(blocks);
            if (!Double.isFinite(norm)) {
                throw nonFinite(norm);
            }
            double clip = config.clipNorm() > 0 ? Math.min(1, config.clipNorm() / (norm + 1e-6)) : 1;
            update(blocks, rate, clip);
            clearGradients();
            return norm;
        }
    }

    /**
     * Neighbouring components of one parameter.
     *
     * @param gradient the whole parameter's, contiguous
     */
    private record Block(int parameter, Tensor gradient, long start, int count) {
        /** The sum of the squared gradients. */
        double squares() {
            Tensor part = gradient.flatten().narrow(0, start, count);
            double norm = part.norm(new Scalar(2)).to(ScalarType.Double).item_double();
            return norm * norm;
        }
    }

    /** Of all parameters that have a gradient. */
    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int parameter = 0; parameter < parameters.size(); parameter++) {
            Tensor gradient = parameters.get(parameter).tensor().grad();
            if (gradient.defined()) {
                Tensor contiguous = gradient.contiguous();
                long size = contiguous.numel();
                for (long start = 0; start < size; start += BLOCK) {
                    blocks.add(new Block(parameter, contiguous, start, (int) Math.min(BLOCK, size - start)));
                }
            }
        }
        return blocks;
    }

    private double norm(List<Block> blocks) {
        double[] squares = new double[blocks.size()];
        workers.share(blocks.size(), index -> squares[index] = blocks.get(index).squares());
        double sum = 0;
        for (double some : squares) {
            sum += some;
        }
        return Math.sqrt(sum);
    }

    private void update(List<Block> blocks, double rate, double clip) {
        AdamWUpdate[] updatesOf = new AdamWUpdate[parameters.size()];
        for (Block block : blocks) {
            int parameter = block.parameter();
            if (updatesOf[parameter] == null) {
                updates[parameter]++;
                updatesOf[parameter] = update(parameter, block.gradient(), rate, clip);
            }
        }
        workers.share(blocks.size(), index -> {
            Block block = blocks.get(index);
            updatesOf[block.parameter()].run(block.start(), block.count());
        });
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
                gradient,
                firstMoments[i],
                secondMoments[i],
                config,
                new AdamWUpdate.Factors(scaledRate / bias1, Math.sqrt(bias2), 1 - decay, clip));
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
