package io.github.scimult.encoder.inference;

import io.github.scimult.core.embedding.NonFiniteVectorException;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.InstructionKeyValues;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.TokenChunks;
import io.github.scimult.encoder.tensor.HeapGrowth;
import io.github.scimult.encoder.tensor.NativeHeap;
import io.github.scimult.encoder.tensor.TensorOwner;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
 * <p>One call at a time; further callers wait. The weights must not change while it is in use.
 */
public final class LibtorchEncoder implements TextEncoder {
    /** A batch's tokens; measured: fewer leave the cores idle between products, more leave the caches. */
    private static final int BATCH_TOKENS = 4096;

    /** After a call of so many tokens freed memory goes back: batches of many lengths leave gaps of many sizes. */
    private static final long TRIMMED_TOKENS = 20_000;

    private final String name;
    private final EncoderWeights weights;
    private final TextTokenizer tokenizer;
    private final ComputeSettings plan;
    private final TensorOwner owner = new TensorOwner();
    private final Map<Integer, Encoder> experts = new HashMap<>();
    private final Map<Task, InstructionKeyValues> instructions = new HashMap<>();

    /**
     * @param weights are kept until this is closed, even if the caller closes them before
     * @param tokenizer stays the caller's to close
     */
    public LibtorchEncoder(String name, EncoderWeights weights, TextTokenizer tokenizer, ComputeSettings plan) {
        this.name = name;
        this.weights = weights.alias();
        this.tokenizer = tokenizer;
        this.plan = plan;
    }

    /** A model ready to compute. */
    public static LibtorchEncoder of(String name, PretrainedModel model, EncoderConfig config, ComputeSettings plan) {
        try (EncoderWeights weights = model.load(config, Precision.FLOAT32)) {
            return new LibtorchEncoder(name, weights, model.tokenizer(), plan);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimension() {
        return weights.config().hiddenSize();
    }

    @Override
    public Similarity similarity() {
        return weights.config().similarity();
    }

    public EncoderConfig config() {
        return weights.config();
    }

    public ComputeSettings plan() {
        return plan;
    }

    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        return encode(ids(texts), task);
    }

    @Override
    public float[][] encodeMarked(List<SegmentedText> texts, Task task) {
        return encode(tokenizer.encodeAllMarked(config().prompts().before(texts), config().maxLength()), task);
    }

    @Override
    public Map<Task, float[][]> encode(List<SegmentedText> texts, List<Task> tasks) {
        return encode(ids(texts), tasks);
    }

    @Override
    public long tokens(List<SegmentedText> texts) {
        return Arrays.stream(ids(texts)).mapToLong(ids -> ids.length).sum();
    }

    @Override
    public OptionalInt maxTokens() {
        return OptionalInt.of(weights.config().maxLength());
    }

    @Override
    public boolean truncates(SegmentedText text) {
        int max = weights.config().maxLength();
        return tokenizer.encode(config().prompts().before(text), max + 1).length > max;
    }

    /** Texts behind their prompts. */
    private int[][] ids(List<SegmentedText> texts) {
        return tokenizer.encodeAll(config().prompts().before(texts), config().maxLength());
    }

    /** As {@link #encode(List, Task)}, of texts as token ids, those of their prompts included. */
    public synchronized float[][] encode(int[][] ids, Task task) {
        Encoder expert = expert(expertOf(task));
        InstructionKeyValues instruction = instructions.computeIfAbsent(task, asked -> readInstruction(expert, asked));
        return inBatches(
                        ids,
                        1,
                        sequences -> List.of(
                                expert.encode(PackedBatch.of(sequences), instruction, plan.attention(), Dropout.NONE)))
                .getFirst();
    }

    /** As {@link #encode(List, List)}, of texts as token ids. Tasks of one expert have their vectors in common. */
    public synchronized Map<Task, float[][]> encode(int[][] ids, List<Task> tasks) {
        Map<Task, float[][]> vectors = new LinkedHashMap<>();
        if (weights.config().instructions().areThere()) {
            tasks.forEach(task -> vectors.put(task, encode(ids, task)));
            return vectors;
        }
        List<Integer> chosen = tasks.stream().map(this::expertOf).distinct().toList();
        List<Encoder> forks = chosen.stream().map(this::expert).toList();
        List<float[][]> ofExperts = inBatches(
                ids, forks.size(), sequences -> Encoder.encodeEach(forks, PackedBatch.of(sequences), plan.attention()));
        tasks.forEach(task -> vectors.put(task, ofExperts.get(chosen.indexOf(expertOf(task)))));
        return vectors;
    }

    /** Its expert's name where it has experts, and its own name where texts attend to its instruction. */
    @Override
    public String space(Task task) {
        EncoderConfig config = weights.config();
        String expert = config.experts().isShared()
                ? "shared"
                : config.experts().experts().get(expertOf(task));
        return config.instructions().areThere() ? expert + "-" + task.name() : expert;
    }

    private int expertOf(Task task) {
        return weights.config().experts().expertOf(task);
    }

    private Encoder expert(int index) {
        return experts.computeIfAbsent(index, this::prepared);
    }

    /** What several encoders give for a batch: for each (B, H). */
    private interface Computation {
        List<Tensor> of(int[][] sequences);
    }

    /** All texts in batches of similar length, by all workers. @return for each encoder (texts, dimension) */
    private List<float[][]> inBatches(int[][] ids, int encoders, Computation computation) {
        List<float[][]> vectors = new ArrayList<>();
        for (int i = 0; i < encoders; i++) {
            vectors.add(new float[ids.length][]);
        }
        Queue<int[]> batches = new ConcurrentLinkedQueue<>(TokenChunks.of(ids, BATCH_TOKENS));
        HeapGrowth growth = new HeapGrowth();
        plan.workers().run(worker -> {
            for (int[] rows = batches.poll(); rows != null; rows = batches.poll()) {
                embed(ids, rows, computation, vectors);
                growth.bound();
            }
            return null;
        });
        if (Arrays.stream(ids).mapToLong(text -> text.length).sum() >= TRIMMED_TOKENS) {
            NativeHeap.trim();
        }
        return vectors;
    }

    private void embed(int[][] ids, int[] rows, Computation computation, List<float[][]> vectors) {
        int[][] sequences = Arrays.stream(rows).mapToObj(row -> ids[row]).toArray(int[][]::new);
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            List<Tensor> pooled = computation.of(sequences); // (B, H) each
            int dimension = dimension();
            for (int i = 0; i < pooled.size(); i++) {
                float[] flat = floats(pooled.get(i).to(ScalarType.Float).contiguous());
                for (int text = 0; text < rows.length; text++) {
                    requireFinite(flat, text * dimension, (text + 1) * dimension, rows[text]);
                    vectors.get(i)[rows[text]] = Arrays.copyOfRange(flat, text * dimension, (text + 1) * dimension);
                }
            }
        }
    }

    private void requireFinite(float[] flat, int from, int to, int row) {
        for (int component = from; component < to; component++) {
            if (!Float.isFinite(flat[component])) {
                String advice = plan.precision() == Precision.FLOAT32
                        ? "Its weights are too large for 32-bit floats: use another checkpoint of it."
                        : "Compute in 32-bit floats (--precision float32); if that does not help, use another checkpoint.";
                throw NonFiniteVectorException.of(name, advice, row);
            }
        }
    }

    /** Casts an expert's weights once; the cast ones live as long as this object. */
    private Encoder prepared(int expert) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            Encoder cast = weights.expert(expert).computingIn(plan.precision());
            cast.visit((weight, tensor) -> owner.keep(tensor));
            return cast;
        }
    }

    private InstructionKeyValues readInstruction(Encoder expert, Task task) {
        try (PointerScope scope = new PointerScope()) {
            return TaskInstruction.of(expert, task, tokenizer, plan.attention()).keptBy(owner);
        }
    }

    private static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.numel()];
        new org.bytedeco.javacpp.FloatPointer(tensor.data_ptr()).get(values);
        return values;
    }

    /** Frees its weights, as far as nobody else keeps them, and gives the memory that it computed in back to the kernel. */
    @Override
    public synchronized void close() {
        experts.clear();
        instructions.clear();
        owner.close();
        weights.close();
        NativeHeap.trim();
    }
}
