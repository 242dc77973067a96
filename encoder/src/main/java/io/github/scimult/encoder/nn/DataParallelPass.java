package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.WorkerShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorVector;

/**
 * One pass of a batch through the encoder and back, the texts shared out among {@link Workers}.
 *
 * <p>Each lane has leaves of its own on the shared weights, so that no lane waits for another's gradient; the gradients are
 * added up at the end in the lanes' order, which makes the sum the same every time.
 */
public final class DataParallelPass implements AutoCloseable {
    private final Workers lanes;
    private final AttentionKernel kernel;
    private final int[] instruction;
    private final List<Tensor> weights;
    private final PointerScope scope = new PointerScope();
    private final Encoder computing;
    private final LaneShare[] shares;

    /** Without an instruction. */
    public DataParallelPass(Encoder encoder, Precision precision, AttentionKernel kernel, Workers lanes) {
        this(encoder, new int[0], precision, kernel, lanes);
    }

    /**
     * @param encoder as one expert sees it; leaves, those that require gradients get them
     * @param instruction token ids of what all texts attend to; empty for none. Each lane reads it once
     * @param precision of products
     */
    public DataParallelPass(
            Encoder encoder, int[] instruction, Precision precision, AttentionKernel kernel, Workers lanes) {
        this.instruction = instruction;
        this.lanes = lanes;
        this.kernel = kernel;
        this.weights = weights(encoder);
        this.shares = new LaneShare[lanes.count()];
        try (NoGradGuard guard = new NoGradGuard()) {
            this.computing = encoder.computingIn(precision);
        }
    }

    private static List<Tensor> weights(Encoder encoder) {
        List<Tensor> weights = new ArrayList<>();
        encoder.visit((name, weight) -> weights.add(weight));
        return weights;
    }

    /** The texts' embeddings. @return (B, H), a leaf; its gradient is for {@link #backward} to take further down */
    public Tensor forward(int[][] texts, Dropout dropout) {
        return encode(texts, dropout, true).requires_grad_(true);
    }

    /** The same embeddings, and nothing kept for a way back. @return (B, H) */
    public Tensor embed(int[][] texts, Dropout dropout) {
        return encode(texts, dropout, false);
    }

    private Tensor encode(int[][] texts, Dropout dropout, boolean recording) {
        List<int[]> rows = WorkerShares.of(texts, lanes.count());
        List<Tensor> parts = lanes.run(lane -> {
            int[] own = rows.get(lane);
            shares[lane] = new LaneShare(own);
            try (AutoGradMode mode = new AutoGradMode(recording)) { // each thread has its own
                return own.length == 0 ? null : shares[lane].forward(texts, dropout.forPart(lane));
            }
        });
        TensorVector some = new TensorVector();
        parts.stream().filter(part -> part != null).forEach(part -> some.push_back(part.detach()));
        return cat(some, 0).index_select(0, Tensor.create(inverse(rows, texts.length)));
    }

    /** A lane's own leaves on the weights, those requiring gradients that do so in the encoder. */
    private Encoder ownLeaves() {
        Encoder own = computing.map(Tensor::detach);
        List<Tensor> tensors = weights(own);
        for (int weight = 0; weight < tensors.size(); weight++) {
            tensors.get(weight).requires_grad_(weights.get(weight).requires_grad());
        }
        return own;
    }

    /** Where each text's vector stands among those of all lanes, one lane after the other. */
    private static int[] inverse(List<int[]> rows, int texts) {
        int[] inverse = new int[texts];
        int position = 0;
        for (int[] own : rows) {
            for (int row : own) {
                inverse[row] = position++;
            }
        }
        return inverse;
    }

    /**
     * Takes the embeddings' gradient through the encoder and adds the weights' gradients to those that are there.
     *
     * @param gradient (B, H), in the order of {@link #forward}'s texts
     */
    public void backward(Tensor gradient) {
        lanes.run(lane -> shares[lane].backward(gradient));
        lanes.run(this::addUp);
    }

    /** Every lane adds up the gradients of some of the weights. */
    private Void addUp(int lane) {
        try (PointerScope inner = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (int index = lane; index < weights.size(); index += lanes.count()) {
                int weight = index;
                Tensor sum = null;
                for (LaneShare share : shares) {
                    Tensor own = share.gradient(weight);
                    if (own != null) {
                        Tensor widened = own.to(weights.get(weight).scalar_type());
                        sum = sum == null ? widened : sum.add_(widened);
                    }
                }
                add(weights.get(weight), sum);
            }
        }
        return null;
    }

    private static void add(Tensor weight, Tensor gradient) {
        if (gradient == null) {
            return;
        }
        if (weight.grad().defined()) {
            weight.grad().add_(gradient);
        } else {
            weight.mutable_grad().put(gradient);
        }
    }

    @Override
    public void close() {
        lanes.run(lane -> {
            if (shares[lane] != null) {
                shares[lane].close();
            }
            return null;
        });
        scope.close();
    }

    /** A lane's texts on their way; opened, used and closed on the lane's own thread. */
    private final class LaneShare {
        private final PointerScope lane = new PointerScope();
        private final int[] rows;
        private final Encoder encoder;
        private final List<Tensor> leaves;
        private Tensor output;

        LaneShare(int[] rows) {
            this.rows = rows;
            this.encoder = ownLeaves();
            this.leaves = weights(encoder);
        }

        Tensor forward(int[][] texts, Dropout dropout) {
            int[][] own = Arrays.stream(rows).mapToObj(row -> texts[row]).toArray(int[][]::new);
            InstructionKeyValues read = encoder.read(instruction, kernel, dropout);
            output = encoder.encode(PackedBatch.of(own), read, kernel, dropout);
            return output;
        }

        Void backward(Tensor gradient) {
            if (output != null) {
                output.backward(
                        gradient.index_select(0, Tensor.create(rows)),
                        new BoolOptional(),
                        false,
                        new TensorArrayRefOptional());
            }
            return null;
        }

        /** Null where nothing flowed. */
        Tensor gradient(int weight) {
            Tensor gradient = leaves.get(weight).grad();
            return gradient.defined() ? gradient : null;
        }

        void close() {
            lane.close();
        }
    }
}
