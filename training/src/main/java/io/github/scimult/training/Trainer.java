package io.github.scimult.training;

import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.MiniLm;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeAutotuner;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.Workload;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.training.batch.StepMemory;
import io.github.scimult.training.config.ComputeConfig;
import io.github.scimult.training.config.HardNegativeConfig;
import io.github.scimult.training.config.ModelConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.store.RunStore;
import io.github.scimult.training.store.StageCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Trains an encoder on collections: from the base to the result, or from where a run was interrupted.
 *
 * <p>Example:
 *
 * <pre>{@code
 * TrainingPlan plan = new TrainingPlan(version, List.of(new CollectionSpec("/data/vis", 1)), TrainingConfig.defaults());
 * new Trainer(Path.of("model"), TrainingListener.SILENT, () -> false).start(plan);
 * }</pre>
 */
public final class Trainer {
    private final RunStore folder;
    private final TrainingListener listener;
    private final BooleanSupplier stop;
    private final LexicalIndexer words;
    private final StageCache finished;

    /** Without an index of words, which {@link HardNegativeConfig#bm25} alone needs. */
    public Trainer(Path out, TrainingListener listener, BooleanSupplier stop) {
        this(out, listener, stop, null, List.of());
    }

    /**
     * @param out the run's folder
     * @param stop asked before every step; once it says yes, the state is saved and training returns
     * @param words finds the neighbours of a query by its words
     * @param others folders of other runs, there or not: a stage that one of them has finished, and that this run would train
     *     alike, is taken over
     */
    public Trainer(Path out, TrainingListener listener, BooleanSupplier stop, LexicalIndexer words, List<Path> others) {
        this.folder = new RunStore(out);
        this.listener = listener;
        this.stop = stop;
        this.words = words;
        this.finished = new StageCache(others.stream().map(RunStore::new).toList());
    }

    /**
     * Trains from the base. A run that fails before its state was saved for the first time leaves nothing behind.
     *
     * @return whether the run came to its end; false if it was stopped and can be resumed
     * @throws IllegalArgumentException if there is something in the folder already
     */
    public boolean start(TrainingPlan plan) throws IOException {
        requireEmpty();
        boolean wasThere = Files.exists(folder.root());
        try (PretrainedModel base = loadBase(plan.config().model())) {
            ComputeSettings compute = ComputeAutotuner.measure(
                    base.config(), plan.config().compute().wish(), workload(plan.config()));
            listener.note("computing in " + compute);
            TrainingPlan resolved = plan.resolved(resolved(compute), chunkTokens(plan.config(), base, compute));
            folder.writeJson(folder.plan(), resolved);
            return new StagedTraining(resolved, folder, base, compute, listener, words, finished).run(stop);
        } catch (IOException | RuntimeException failure) {
            if (!folder.hasAnyState()) {
                folder.clear(!wasThere);
            }
            throw failure;
        }
    }

    /**
     * Goes on with an interrupted run.
     *
     * @return whether the run came to its end
     * @throws BadDataException if the folder holds no run, or a damaged one
     */
    public boolean resume() throws IOException {
        TrainingPlan plan = folder.readPlan();
        if (folder.isFinished()) {
            throw new BadDataException(folder.root() + " is finished: there is nothing to resume. To train further, "
                    + "start a new run with --set model.base=" + folder.root());
        }
        ComputeSettings compute =
                ComputeAutotuner.measure(null, plan.config().compute().wish(), workload(plan.config()));
        try (PretrainedModel base = loadBase(plan.config().model())) {
            if (!folder.hasAnyState()) {
                listener.note("the run was interrupted before it first saved its state: it begins anew");
            }
            return new StagedTraining(plan, folder, base, compute, listener, words, finished).run(stop);
        }
    }

    private static Workload workload(TrainingConfig config) {
        return Workload.training(() ->
                new SeededDropout(config.dropout().hidden(), config.dropout().attention(), config.seed()));
    }

    private void requireEmpty() throws IOException {
        Path root = folder.root();
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException(root + " is a file; --out must be a folder that is new or empty");
        }
        try (var entries = Files.list(root)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(root + " is not empty: choose a new folder for --out, or go on with "
                        + "an interrupted run by --resume " + root);
            }
        }
    }

    /** The base of a configuration: built in, or a folder. */
    public static PretrainedModel loadBase(ModelConfig config) throws IOException {
        return config.isBuiltIn() ? MiniLm.load() : ModelFolder.load(Path.of(config.base()));
    }

    /** As many tokens at once as wanted, or as this machine's memory holds. */
    private int chunkTokens(TrainingConfig config, PretrainedModel base, ComputeSettings compute) {
        EncoderConfig trained = config.encoder(base.config());
        int textTokens = config.batch().textTokens(trained.maxLength());
        int wanted = config.batch().chunkTokens();
        boolean dropsAttention = config.dropout().attention() > 0;
        int fit = new StepMemory(trained, compute, dropsAttention, textTokens)
                .chunkTokens(wanted, StepMemory.ofMachine());
        if (fit < wanted) {
            listener.note("batches of more than %,d tokens go through the encoder in parts, for the sake of memory"
                    .formatted(fit));
        }
        return fit;
    }

    private static ComputeConfig resolved(ComputeSettings plan) {
        return new ComputeConfig(
                plan.precision().name().toLowerCase(Locale.ROOT),
                plan.attention().name().toLowerCase(Locale.ROOT),
                plan.threads());
    }
}
