package io.github.scimult.encoder.nn;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.tensor.Libtorch;
import io.github.scimult.encoder.tensor.TensorOwner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * All weights of a model, those of every expert, in native memory that {@link #close} frees. Holds and routes: {@link #expertFor} gives
 * the encoder that computes for a task.
 */
public final class EncoderWeights implements AutoCloseable {
    private final EncoderConfig config;
    private final WeightTensors tensors;
    private final Map<String, Tensor> byName = new HashMap<>();
    private final TensorOwner owner;
    private boolean closed;

    private EncoderWeights(EncoderConfig config, List<Weight> weights, List<Tensor> tensors, TensorOwner owner) {
        this.config = config;
        this.tensors = new WeightTensors(weights, tensors);
        this.owner = owner;
        this.tensors.visit((weight, tensor) -> byName.put(weight.name(), tensor));
    }

    /**
     * Makes every weight of a configuration's table.
     *
     * @param source called once for each, from the input up; what else it makes is freed
     */
    public static EncoderWeights make(EncoderConfig config, WeightSource source) {
        Libtorch.prepare();
        List<Weight> weights = WeightTable.of(config).weights();
        List<Tensor> tensors = new ArrayList<>();
        TensorOwner owner = new TensorOwner();
        try (NoGradGuard noGradients = new NoGradGuard()) {
            weights.forEach(weight -> tensors.add(owner.keep(() -> source.make(weight))));
            return new EncoderWeights(config, weights, tensors, owner);
        } catch (RuntimeException | Error failure) {
            owner.close();
            throw failure;
        }
    }

    /** The same weights once more; to be closed by itself, the memory is freed with the last. */
    public EncoderWeights alias() {
        return withConfig(config);
    }

    /** The same weights under another head; to be closed by itself, the memory is freed with the last. */
    public EncoderWeights withConfig(EncoderConfig other) {
        requireOpen();
        TensorOwner further = new TensorOwner();
        tensors.tensors().forEach(further::keep);
        return new EncoderWeights(other, tensors.weights(), tensors.tensors(), further);
    }

    public EncoderConfig config() {
        return config;
    }

    /**
     * The encoder that computes for a task: it lives as long as these weights.
     *
     * @throws IllegalArgumentException if no expert is named for the task
     */
    public Encoder expertFor(Task task) {
        return expert(config.experts().expertOf(task));
    }

    /** The encoder of an expert, by its number; 0 where everything is shared. */
    public Encoder expert(int number) {
        requireOpen();
        String name =
                config.experts().isShared() ? null : config.experts().experts().get(number);
        return Encoder.of(
                config,
                tensors.where(
                        weight -> weight.expert() == null || weight.expert().equals(name)));
    }

    /** Shows every weight, from the input up; Q, K and V as one. */
    public void visit(WeightVisitor visitor) {
        requireOpen();
        tensors.visit(visitor);
    }

    /** The weight of a name; null if there is none. */
    public Tensor get(String name) {
        requireOpen();
        return byName.get(name);
    }

    /**
     * The weight that another model's weight began as a copy of, if that model was trained from this one: that of its own name, or
     * else of its origin's, since an expert begins as the shared layer and a reader of instructions as the encoder.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public Tensor startOf(Weight weight) {
        requireOpen();
        Tensor start =
                byName.getOrDefault(weight.name(), byName.get(weight.origin().name()));
        if (start == null) {
            throw new IllegalArgumentException("the base has neither " + weight.name() + " nor "
                    + weight.origin().name() + ": the model was not trained from it");
        }
        return start;
    }

    /** Marks the weights that training changes as requiring gradients: of Prefix those of the reader alone. */
    public EncoderWeights trainable() {
        return trainable(-1);
    }

    /**
     * The same, but for those that stay as they are. Where anything is frozen, so are the LayerNorms that the experts of a block share:
     * of a block that is split whole, nothing is left then by which one task changes another.
     *
     * @param frozenDepth weights of at most this depth, see {@link Weight#depth}: 0 for the embeddings, −1 for none
     * @throws IllegalArgumentException if that leaves nothing to train
     */
    public EncoderWeights trainable(int frozenDepth) {
        if (frozenDepth >= config().layers()) {
            throw new IllegalArgumentException(
                    "with the lowest " + frozenDepth + " blocks frozen nothing is left to train: the model has "
                            + config().layers() + " blocks; freeze fewer (optim.frozen)");
        }
        boolean hasReader = tensors.weights().stream().anyMatch(Weight::isOfReader);
        visit((weight, tensor) ->
                tensor.set_requires_grad(weight.isOfReader() == hasReader && !isFrozen(weight, frozenDepth)));
        return this;
    }

    private boolean isFrozen(Weight weight, int frozenDepth) {
        boolean isBetweenExperts = weight.expert() == null
                && weight.depth() > 0
                && config().experts().splitsWhole(weight.depth() - 1);
        return weight.depth() <= frozenDepth || (frozenDepth >= 0 && isBetweenExperts);
    }

    /** How many numbers they are. */
    public long parameters() {
        return tensors.tensors().stream().mapToLong(Tensor::numel).sum();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("these weights were closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        owner.close();
    }
}
