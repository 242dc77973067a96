package io.github.scimult.model.embedding;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.model.nn.Dropout;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.Instruction;
import io.github.scimult.model.nn.PackedBatch;
import io.github.scimult.model.nn.TextChunks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * An encoder on libtorch. Texts are tokenised on all cores, sorted by length and computed in batches of a bounded number
 * of tokens.
 *
 * <p>One call at a time; further callers wait. The encoder's weights must not change while it is in use.
 */
public final class LibtorchEncoder implements TextEncoder {
    /** A batch's tokens; measured: fewer leave the cores idle between products, more leave the caches. */
    private static final int BATCH_TOKENS = 8192;

    private final String name;
    private final Encoder encoder;
    private final TextTokenizer tokenizer;
    private final ComputePlan plan;
    private final Map<Integer, Encoder> experts = new HashMap<>();
    private final Map<Task, Instruction> instructions = new HashMap<>();

    /** @param tokenizer stays the caller's to close */
    public LibtorchEncoder(String name, Encoder encoder, TextTokenizer tokenizer, ComputePlan plan) {
        this.name = name;
        this.encoder = encoder;
        this.tokenizer = tokenizer;
        this.plan = plan;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimension() {
        return encoder.config().hiddenSize();
    }

    @Override
    public Similarity similarity() {
        return encoder.config().similarity();
    }

    public EncoderConfig config() {
        return encoder.config();
    }

    public ComputePlan plan() {
        return plan;
    }

    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        return encode(tokenizer.encodeAll(texts, encoder.config().maxLength()), task);
    }

    /** As {@link #encode(List, Task)}, of texts as token ids. */
    public synchronized float[][] encode(int[][] ids, Task task) {
        float[][] vectors = new float[ids.length][];
        Encoder expert = experts.computeIfAbsent(encoder.config().experts().expertOf(task), this::prepared);
        Instruction instruction = instructions.computeIfAbsent(task, asked -> read(asked, expert));
        Queue<int[]> batches = new ConcurrentLinkedQueue<>(TextChunks.of(ids, BATCH_TOKENS));
        plan.lanes().run(lane -> {
            for (int[] batch = batches.poll(); batch != null; batch = batches.poll()) {
                int[][] sequences =
                        Arrays.stream(batch).mapToObj(row -> ids[row]).toArray(int[][]::new);
                float[][] some = embed(expert, instruction, sequences);
                for (int i = 0; i < some.length; i++) {
                    vectors[batch[i]] = some[i];
                }
            }
            return null;
        });
        return vectors;
    }

    /** Casts an expert's weights once; the cast ones live as long as this object. */
    private Encoder prepared(int expert) {
        try (NoGradGuard noGradients = new NoGradGuard()) {
            return encoder.forExpert(expert).computingIn(plan.precision());
        }
    }

    /** Reads a task's instruction once; what texts see of it lives as long as this object. */
    private Instruction read(Task task, Encoder expert) {
        if (!encoder.config().instructions().areThere()) {
            return Instruction.NONE;
        }
        SegmentedText text = SegmentedText.of(encoder.config().instructions().of(task));
        int[] ids = tokenizer.encode(text, encoder.config().maxLength());
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            return expert.read(ids, plan.attention(), Dropout.NONE).retained();
        }
    }

    private float[][] embed(Encoder expert, Instruction instruction, int[][] sequences) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            Tensor pooled =
                    expert.encode(PackedBatch.of(sequences), instruction, plan.attention(), Dropout.NONE); // (B, H)
            float[] flat = floats(pooled.to(ScalarType.Float).contiguous());
            int dimension = dimension();
            float[][] vectors = new float[sequences.length][dimension];
            for (int row = 0; row < vectors.length; row++) {
                System.arraycopy(flat, row * dimension, vectors[row], 0, dimension);
            }
            return vectors;
        }
    }

    private static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.numel()];
        new org.bytedeco.javacpp.FloatPointer(tensor.data_ptr()).get(values);
        return values;
    }

    @Override
    public void close() {
        experts.clear();
        instructions.clear();
    }
}
