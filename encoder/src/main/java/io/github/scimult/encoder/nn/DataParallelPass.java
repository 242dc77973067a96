package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
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
 * <p>Each worker has leaves of its own on the shared weights, so that no worker waits for another's gradient; the gradients are
 * added up at the end in the workers' order, which makes the sum the same every time.
 */
public final class DataParallelPass implements AutoCloseable {
    private final Workers workers;
    private final AttentionKernel kernel;
    private final int[] instruction;
    private final List<Tensor> weights;
    private final PointerScope scope = new PointerScope();
    private final Encoder computing;
    private final WorkerPart[] parts;

    /** Without an instruction. */
    public DataParallelPass(Encoder encoder, Precision precision, AttentionKernel kernel, Workers workers) {
        this(encoder, new int[0], precision, kernel, workers);
    }

    /**
     * @param encoder as one expert sees it; leaves, those that require gradients get them
     * @param instruction token ids of what all texts attend to; empty for none. Each worker reads it once
     * @param precision of products
     */
    public DataParallelPass(
            Encoder encoder, int[] instruction, Precision precision, AttentionKernel kernel, Workers workers) {
        this.instruction = instruction;
        this.workers = workers;
        this.kernel = kernel;
        this.weights = weights(encoder);
        this.parts = new WorkerPart[workers.count()];
        try (NoGradGuard guard = new NoGradGuard()) {
            this.computing = encoder.computingIn(precision);
        }
    }

    private static List<Tensor> weights(Encoder encoder) {
        List<Tensor> weights = new ArrayList<>();
        encoder.visit((weight, tensor) -> weights.add(tensor));
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
        List<int[]> rows = WorkerShares.of(texts, workers.count());
        List<Tensor> outputs = workers.run(worker -> {
            int[] own = rows.get(worker);
            parts[worker] = new WorkerPart(own);
            try (AutoGradMode mode = new AutoGradMode(recording)) { // each thread has its own
                return own.length == 0 ? null : parts[worker].forward(texts, dropout.forPart(worker));
            }
        });
        TensorVector some = new TensorVector();
        outputs.stream().filter(output -> output != null).forEach(output -> some.push_back(output.detach()));
        return cat(some, 0).index_select(0, Tensor.create(inverse(rows, texts.length)));
    }

    /** A worker's own leaves on the weights, those requiring gradients that do so in the encoder. */
    private Encoder ownLeaves() {
        Encoder own = computing.map(Tensor::detach);
        List<Tensor> tensors = weights(own);
        for (int weight = 0; weight < tensors.size(); weight++) {
            tensors.get(weight).requires_grad_(weights.get(weight).requires_grad());
        }
        return own;
    }

    /** Where each text's vector stands among those of all workers, one worker after the other. */
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
        workers.run(worker -> parts[worker].backward(gradient));
        try (PointerScope inner = new PointerScope()) {
            List<List<Tensor>> gradients =
                    Arrays.stream(parts).map(WorkerPart::gradients).toList();
            new GradientSum(weights, gradients).add(workers);
        }
    }

    @Override
    public void close() {
        workers.run(worker -> {
            if (parts[worker] != null) {
                parts[worker].close();
            }
            return null;
        });
        scope.close();
    }

    /** A worker's texts on their way; opened, used and closed on the worker's own thread. */
    private final class WorkerPart {
        private final PointerScope own = new PointerScope();
        private final int[] rows;
        private final Encoder encoder;
        private final List<Tensor> leaves;
        private Tensor output;

        WorkerPart(int[] rows) {
            this.rows = rows;
            try {
                this.encoder = ownLeaves();
                this.leaves = weights(encoder);
            } catch (RuntimeException | Error failure) {
                own.close();
                throw failure;
            }
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

        /** By weight; null where nothing flowed. */
        List<Tensor> gradients() {
            List<Tensor> gradients = new ArrayList<>();
            for (Tensor leaf : leaves) {
                Tensor gradient = leaf.grad();
                gradients.add(gradient.defined() ? gradient : null);
            }
            return gradients;
        }

        void close() {
            own.close();
        }
    }
}
