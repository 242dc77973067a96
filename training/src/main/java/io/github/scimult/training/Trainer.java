package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.base.BaseModel;
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
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.store.RunStore;
import io.github.scimult.training.store.StageCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains an encoder on collections: from the base to the result, or from where a run was interrupted.
 *
 * <p>Example:
 *
 * <pre>{@code
 * TrainingPlan plan = new TrainingPlan(version, List.of(new CollectionSpec("/data/vis", 1)), TrainingConfig.defaults());
 * new Trainer(Path.of("model"), event -> {}, () -> false).start(plan);
 * }</pre>
 */
public final class Trainer {
    private final RunStore store;
    private final Consumer<TrainingEvent> listener;
    private final BooleanSupplier stop;
    private final LexicalIndexer bm25;
    private final StageCache finished;

    /** Without BM25, which {@link HardNegativeConfig#bm25} alone needs. */
    public Trainer(Path out, Consumer<TrainingEvent> listener, BooleanSupplier stop) {
        this(out, listener, stop, null, List.of());
    }

    /**
     * @param out the run's folder
     * @param listener receives the events; called by one thread at a time
     * @param stop asked before every step; once it says yes, the state is saved and training returns
     * @param bm25 for mining; null where there is none
     * @param others folders of other runs, there or not: a stage that one of them has finished, and that this run would train
     *     alike, is taken over
     */
    public Trainer(
            Path out, Consumer<TrainingEvent> listener, BooleanSupplier stop, LexicalIndexer bm25, List<Path> others) {
        this.store = new RunStore(out);
        this.listener = listener;
        this.stop = stop;
        this.bm25 = bm25;
        this.finished = new StageCache(others.stream().map(RunStore::new).toList());
    }

    /**
     * Trains from the base. A run that fails before its first checkpoint leaves nothing behind.
     *
     * @return whether the run came to its end; false if it was stopped and can be resumed
     * @throws IllegalArgumentException if there is something in the folder already
     */
    public boolean start(TrainingPlan plan) throws IOException {
        requireEmpty();
        // Before the base is loaded and this machine measured, which takes a while.
        plan.collections().forEach(collection -> LiteratureCollection.requireAt(collection.path()));
        boolean wasThere = Files.exists(store.root());
        try (PretrainedModel base = loadBase(plan.config().model())) {
            ComputeSettings compute = ComputeAutotuner.measure(
                    base.config(), plan.config().compute().wish(), workload(plan.config()));
            note("computing in " + compute);
            TrainingPlan resolved = plan.resolved(resolved(compute), chunkTokens(plan.config(), base, compute));
            store.writePlan(resolved);
            return new StagedTraining(resolved, store, base, compute, bm25).run(finished, listener, stop);
        } catch (IOException | RuntimeException failure) {
            if (!store.hasAnyCheckpoint()) {
                store.clear(!wasThere);
            }
            throw failure;
        }
    }

    /**
     * Resumes an interrupted run.
     *
     * @return whether the run came to its end
     * @throws BadDataException if the folder holds no run, or a damaged one, or what it learns from has changed
     */
    public boolean resume() throws IOException {
        TrainingPlan plan = store.readPlan();
        if (store.isFinished()) {
            throw new BadDataException(store.root() + " is finished: there is nothing to resume. To train further, "
                    + "start a new run with --set model.base=" + store.root());
        }
        ComputeSettings compute =
                ComputeAutotuner.measure(null, plan.config().compute().wish(), workload(plan.config()));
        try (PretrainedModel base = loadBase(plan.config().model())) {
            if (!store.hasAnyCheckpoint()) {
                note("the run was interrupted before its first checkpoint: it restarts");
            }
            return new StagedTraining(plan, store, base, compute, bm25).run(finished, listener, stop);
        }
    }

    private void note(String text) {
        listener.accept(new TrainingEvent.Note(text));
    }

    /** What machines are measured by: steps that drop as many components as the run's do. */
    static Workload workload(TrainingConfig config) {
        return Workload.training(() ->
                new SeededDropout(config.dropout().hidden(), config.dropout().attention(), config.seed()));
    }

    private void requireEmpty() throws IOException {
        Path root = store.root();
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException(root + " is a file; --out must be a folder that is new or empty");
        }
        try (var entries = Files.list(root)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(root + " is not empty: choose a new folder for --out, or resume an "
                        + "interrupted run by --resume " + root);
            }
        }
    }

    /** The base of a configuration: one that is known by name, or a folder. */
    public static PretrainedModel loadBase(ModelConfig config) throws IOException {
        return BaseModel.load(config.base());
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
            note("batches of more than %,d tokens go through the encoder in parts, for the sake of memory"
                    .formatted(fit));
        }
        return fit;
    }

    private static ComputeConfig resolved(ComputeSettings compute) {
        return new ComputeConfig(
                compute.precision().name().toLowerCase(Locale.ROOT),
                compute.attention().name().toLowerCase(Locale.ROOT),
                compute.threads());
    }
}
