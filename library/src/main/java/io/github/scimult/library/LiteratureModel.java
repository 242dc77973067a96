package io.github.scimult.library;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.base.BaseModel;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeAutotuner;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.inference.Workload;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tensor.Libtorch;
import io.github.scimult.library.live.OpenModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that embeds texts for tasks. Safe for use by many threads, whose calls are computed one after the other.
 *
 * <pre>{@code
 * try (LiteratureModel model = LiteratureModel.open("model/")) {
 *     float[][] vectors = model.embed(Task.SEARCH, List.of(SegmentedText.query("drawing large graphs")));
 * }
 * }</pre>
 */
public final class LiteratureModel implements OpenModel {
    /** The name of the model that comes with the program, all-MiniLM-L6-v2. */
    public static final String BUILT_IN = "minilm";

    private final PretrainedModel model;
    private final LibtorchEncoder encoder;
    private final String fingerprint;

    private LiteratureModel(PretrainedModel model, LibtorchEncoder encoder) {
        this.model = model;
        this.encoder = encoder;
        this.fingerprint = model.fingerprint();
    }

    /**
     * Opens a model for a few texts at once, such as queries; ready in a moment.
     *
     * @param name a model's folder, or the name of a base such as {@value #BUILT_IN}, see {@link BaseModel}
     * @throws BadDataException if it is no model
     */
    public static LiteratureModel open(String name) throws IOException {
        return open(name, 0);
    }

    /** As {@link #open(String)}, on a number of threads; 0 for all cores. */
    public static LiteratureModel open(String name, int threads) throws IOException {
        ComputeSettings plan = new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, Libtorch.threads(threads));
        return ready(name, load(name), plan);
    }

    /**
     * Opens a model for single texts, one after the other: it first measures whether bfloat16 makes them faster here, which some
     * processors halve their time by.
     *
     * @param precision {@code float32} or {@code bfloat16} without measuring; null for the faster one
     * @param threads 0 for all cores
     */
    public static LiteratureModel openForServing(String name, Precision precision, int threads) throws IOException {
        ComputeAutotuner.Wish wish = new ComputeAutotuner.Wish(precision, AttentionKernel.FUSED, threads);
        PretrainedModel model = load(name);
        return ready(name, model, ComputeAutotuner.measure(model.config(), wish, Workload.EMBEDDING));
    }

    /** As {@link #open(String)}, but for many texts: it first measures which way of computing is fastest here. */
    public static LiteratureModel openForMany(String name) throws IOException {
        PretrainedModel model = load(name);
        return ready(
                name,
                model,
                ComputeAutotuner.measure(model.config(), ComputeAutotuner.Wish.AUTOMATIC, Workload.EMBEDDING));
    }

    private static LiteratureModel ready(String name, PretrainedModel model, ComputeSettings plan) {
        try {
            return new LiteratureModel(model, LibtorchEncoder.of(name, model, model.config(), plan));
        } catch (RuntimeException failure) {
            model.close();
            throw failure;
        }
    }

    /**
     * The weights and the tokenizer alone.
     *
     * @param name a model's folder, or the name of a base such as {@value #BUILT_IN}, see {@link BaseModel}
     * @throws BadDataException if it is no model
     */
    public static PretrainedModel load(String name) throws IOException {
        if (BaseModel.named(name).isPresent()) {
            return BaseModel.load(name);
        }
        Path folder = Path.of(name);
        if (Files.isRegularFile(folder.resolve("training/plan.json"))
                && !Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw new BadDataException(
                    folder + " is an unfinished training run: resume it with ./scimult train --resume " + folder
                            + ", or use what was best so far: " + folder + "/training/best");
        }
        if (Files.isRegularFile(folder)) {
            throw new BadDataException(
                    folder + " is a file; a model is a folder. Make one of a .ckpt by ./scimult convert " + folder
                            + " --base DIR --to MODEL");
        }
        return BaseModel.load(name);
    }

    /**
     * The vectors of texts for a task, not normalised.
     *
     * @param texts papers as {@code SegmentedText.of(title, abstract)}, queries as {@code SegmentedText.query(query)}
     * @return (texts, {@link #dimension()})
     */
    public float[][] embed(Task task, List<SegmentedText> texts) {
        return encoder.encode(texts, task);
    }

    /** How many numbers a vector has. */
    public int dimension() {
        return encoder.dimension();
    }

    /**
     * The similarity of two vectors of a task that the model was trained for: their dot product, or their cosine.
     *
     * @throws IllegalArgumentException if one has more numbers than the other, or some that are not finite
     */
    public double similarity(float[] first, float[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "vectors of one model have as many numbers each, not " + first.length + " and " + second.length);
        }
        float[] left = encoder.similarity().prepared(first);
        float[] right = encoder.similarity().prepared(second);
        double sum = 0;
        for (int component = 0; component < left.length; component++) {
            sum += (double) left[component] * right[component];
        }
        return sum;
    }

    /** The name that it was opened by: a folder, or that of a base. */
    public String name() {
        return encoder.name();
    }

    /** The same as the rest of the program sees a model; closed with this. */
    @Override
    public TextEncoder encoder() {
        return encoder;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {
        encoder.close();
        model.close();
    }
}
