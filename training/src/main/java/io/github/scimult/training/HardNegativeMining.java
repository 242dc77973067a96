package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.BudgetConfig;
import io.github.scimult.training.config.HardNegativeConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.negative.HardNegativeFile;
import io.github.scimult.training.negative.MinedHardNegatives;
import io.github.scimult.training.store.StepFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Mines hard negatives for the sources of a run: by BM25 once, under the model every so many steps. What was mined is kept in the
 * run's folder, so that a resumed run samples the same.
 */
final class HardNegativeMining implements TrainingHook {
    private static final double SHARE_OF_BUDGET = 0.1;
    private static final int MIN_SEARCHED = 2_048;
    /** After so much of a run mining would take about as long as what is left to learn from it. */
    private static final double LAST_MINING = 0.8;

    private final HardNegativeConfig config;
    private final double seconds; // for mining once under the model
    private final HardNegativeMiner miner;
    private final Place place;
    private final StepFolders minings;
    private final TrainingData data;
    private final Consumer<TrainingEvent> listener;
    private final MinedHardNegatives[] byBm25;
    private RunProgress run;
    private Supplier<LibtorchEncoder> encoder;
    private long minedAt = -1;

    /**
     * Where mined negatives are kept.
     *
     * @param folder of this and earlier stages
     * @param stepsBefore of earlier stages: what they mined does until mining is due again
     */
    record Place(Path folder, long stepsBefore) {}

    HardNegativeMining(TrainingConfig config, Place place, TrainingData data, Consumer<TrainingEvent> listener) {
        this.config = config.hardNegatives();
        double minutes = config.budgetOfLastStage().minutes();
        this.seconds = minutes == 0 ? Double.POSITIVE_INFINITY : SHARE_OF_BUDGET * 60 * minutes;
        this.miner = new HardNegativeMiner(bounded(config), config.seed());
        this.place = place;
        this.minings = new StepFolders(place.folder());
        this.data = data;
        this.listener = listener;
        this.byBm25 = new MinedHardNegatives[data.sources().size()];
    }

    /**
     * A run of few steps has no time limit that would hold mining back: it embeds no more candidates than pairs are trained on until
     * the next mining.
     */
    static HardNegativeConfig bounded(TrainingConfig config) {
        HardNegativeConfig asked = config.hardNegatives();
        BudgetConfig budget = config.budgetOfLastStage();
        if (budget.minutes() > 0 || budget.steps() == 0) {
            return asked;
        }
        long pairs =
                Math.min(asked.refreshSteps(), budget.steps()) * config.batch().queries();
        return asked.withMaxCandidates((int) Math.min(asked.maxCandidates(), Math.max(MIN_SEARCHED, pairs)));
    }

    /** The run that it belongs to. @param current makes an encoder of the present weights */
    void belongTo(RunProgress itsRun, Supplier<LibtorchEncoder> current) {
        run = itsRun;
        encoder = current;
    }

    /**
     * Mines by BM25, if that is wanted.
     *
     * @param indexer null where the program has none
     * @throws IllegalArgumentException if one is needed and there is none
     */
    void mineByBm25(LexicalIndexer indexer) throws IOException {
        if (config.bm25() == 0) {
            return;
        }
        if (indexer == null) {
            throw new IllegalArgumentException("hardNegatives.bm25 needs a BM25 index, which was not given");
        }
        for (int index : mined()) {
            TrainingSource source = data.sources().get(index);
            LiteratureCollection collection = data.collectionOf(source);
            byBm25[index] = keptOrMined(
                    place.folder().resolve("bm25-" + index + ".bin"),
                    source,
                    () -> miner.byBm25(source, collection, indexer),
                    "by BM25",
                    Double.POSITIVE_INFINITY);
            source.addMinedNegatives(miner.weighted(byBm25[index], null), config.perQuery());
        }
    }

    /** Mines under the model, if that is due before this step or the run resumes here. */
    @Override
    public void beforeStep() throws IOException {
        long due = config.model() == 0 ? minedAt : dueAt(place.stepsBefore() + run.step());
        if (due == minedAt) {
            return;
        }
        minedAt = due;
        try (LibtorchEncoder model = encoder.get()) {
            mineUnder(model);
        }
        run.takeTime(0);
    }

    private void mineUnder(LibtorchEncoder model) throws IOException {
        int[] sources = mined();
        double secondsLeft = seconds;
        for (int i = 0; i < sources.length; i++) {
            int index = sources[i];
            TrainingSource source = data.sources().get(index);
            double allowed = secondsLeft / (sources.length - i);
            long start = System.nanoTime();
            MinedHardNegatives found = keptOrMined(
                    minings.of(minedAt).resolve(index + ".bin"),
                    source,
                    () -> miner.byModel(source, model, minedAt, allowed),
                    "under the model of step " + minedAt,
                    allowed);
            secondsLeft -= (System.nanoTime() - start) / 1e9;
            source.addMinedNegatives(miner.weighted(byBm25[index], found), config.perQuery());
        }
    }

    /** The step whose mined negatives this one samples from, both counted over all stages. */
    private long dueAt(long step) throws IOException {
        long latest = config.minedAt(step);
        if (run.progress() <= LAST_MINING) {
            return latest;
        }
        return minedAt >= 0 ? minedAt : minings.lastUpTo(latest).orElse(latest);
    }

    /** The sources whose tasks are mined for, small ones first: the time that they leave is the others'. */
    private int[] mined() {
        return IntStream.range(0, byBm25.length)
                .filter(index ->
                        config.minesFor(data.sources().get(index).pairs().task()))
                .boxed()
                .sorted(Comparator.comparingInt(
                        index -> data.sources().get(index).pairs().candidates()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param allowed seconds that mining may take */
    private MinedHardNegatives keptOrMined(
            Path file, TrainingSource source, Supplier<MinedHardNegatives> mining, String how, double allowed)
            throws IOException {
        if (Files.exists(file)) {
            return HardNegativeFile.read(file, source.pairs().queries().length);
        }
        String name = source.pairs().name();
        listener.accept(new TrainingEvent.Working("mining hard negatives " + how + ": " + name));
        long start = System.nanoTime();
        MinedHardNegatives found = mining.get();
        boolean late = (System.nanoTime() - start) / 1e9 >= allowed;
        HardNegativeFile.write(file, found);
        listener.accept(new TrainingEvent.Note("%s: hard negatives mined %s for %,d of %,d queries%s"
                .formatted(
                        name,
                        how,
                        found.found(),
                        found.rows().length,
                        late ? ", as many as the time for mining allows" : "")));
        return found;
    }

    /**
     * A checkpoint was saved: what its last step sampled from is needed to resume, older ones of this stage no more. What the stage
     * before ended with stays, for runs that take that stage over.
     */
    void checkpointSaved() throws IOException {
        if (config.model() > 0) {
            minings.deleteBetween(minings.lastUpTo(place.stepsBefore() - 1).orElse(-1), minedAt);
        }
    }
}
