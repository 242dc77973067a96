package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.BudgetConfig;
import io.github.scimult.training.config.HardNegativeConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.negative.HardNegativeFile;
import io.github.scimult.training.negative.MinedHardNegatives;
import io.github.scimult.training.store.StepFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Gives the sources of a run the neighbours of their queries as further negatives: by words once, under the model every so
 * many steps. What was found is kept in the run's folder, so that a run that goes on draws the same.
 */
final class HardNegativeSchedule {
    private static final double SHARE_OF_BUDGET = 0.1;
    private static final int LEAST_SEARCHED = 2_048;
    /** After so much of a run a search would take about as long as what is left to learn from it. */
    private static final double LAST_SEARCH = 0.8;

    private final HardNegativeConfig config;
    private final double seconds; // for one search under the model
    private final HardNegativeMiner mining;
    private final Path folder;
    private final long stepsBefore;
    private final StepFolders searches;
    private final TrainingData setup;
    private final TrainingListener listener;
    private final MinedHardNegatives[] byWords;
    private long minedAt = -1;

    /**
     * @param folder where those are kept that were found, in stages before, too
     * @param stepsBefore of the stages before: what they searched for does until the next search is due
     */
    HardNegativeSchedule(
            TrainingConfig config, Path folder, long stepsBefore, TrainingData setup, TrainingListener listener) {
        this.config = config.neighbours();
        double minutes = config.budgetOfLastStage().minutes();
        this.seconds = minutes == 0 ? Double.POSITIVE_INFINITY : SHARE_OF_BUDGET * 60 * minutes;
        this.mining = new HardNegativeMiner(searching(config), config.seed());
        this.folder = folder;
        this.stepsBefore = stepsBefore;
        this.searches = new StepFolders(folder);
        this.setup = setup;
        this.listener = listener;
        this.byWords = new MinedHardNegatives[setup.sources().size()];
    }

    /**
     * A run of few steps has no time limit that would hold a search back: it embeds no more candidates than pairs are trained on
     * until the next one.
     */
    static HardNegativeConfig searching(TrainingConfig config) {
        HardNegativeConfig asked = config.neighbours();
        BudgetConfig budget = config.budgetOfLastStage();
        if (budget.minutes() > 0 || budget.steps() == 0) {
            return asked;
        }
        long pairs =
                Math.min(asked.everySteps(), budget.steps()) * config.batch().queries();
        return asked.atMost((int) Math.min(asked.most(), Math.max(LEAST_SEARCHED, pairs)));
    }

    /**
     * Searches by words, if that is wanted.
     *
     * @param indexer null where the program has none
     * @throws IllegalArgumentException if one is needed and there is none
     */
    void searchByWords(LexicalIndexer indexer) throws IOException {
        if (config.bm25() == 0) {
            return;
        }
        if (indexer == null) {
            throw new IllegalArgumentException("neighbours.bm25 needs an index of words, which was not given");
        }
        for (int index : searched()) {
            TrainingSource source = setup.sources().get(index);
            LiteratureCollection collection = setup.collectionOf(source);
            byWords[index] = kept(
                    folder.resolve("bm25-" + index + ".bin"),
                    source,
                    () -> mining.byWords(source, collection, indexer),
                    "by words");
            source.addNeighbours(mining.weighted(byWords[index], null), config.perQuery());
        }
    }

    /**
     * Searches under the model, if a search is due before this step or the run goes on here.
     *
     * @param step of this stage
     * @param progress share of the stage that is over; towards its end what was found before does
     */
    void before(long step, double progress, Supplier<LibtorchEncoder> encoder) throws IOException {
        long due = config.model() == 0 ? minedAt : dueAt(stepsBefore + step, progress);
        if (due == minedAt) {
            return;
        }
        minedAt = due;
        try (LibtorchEncoder model = encoder.get()) {
            searchUnder(model);
        }
    }

    private void searchUnder(LibtorchEncoder model) throws IOException {
        int[] left = searched();
        double secondsLeft = seconds;
        for (int place = 0; place < left.length; place++) {
            int index = left[place];
            TrainingSource source = setup.sources().get(index);
            double allowed = secondsLeft / (left.length - place);
            long start = System.nanoTime();
            MinedHardNegatives found = kept(
                    searches.of(minedAt).resolve(index + ".bin"),
                    source,
                    () -> mining.byModel(source, model, allowed),
                    "under the model of step " + minedAt);
            secondsLeft -= (System.nanoTime() - start) / 1e9;
            source.addNeighbours(mining.weighted(byWords[index], found), config.perQuery());
        }
    }

    /** The step whose neighbours this one draws from, both counted over all stages. */
    private long dueAt(long step, double progress) throws IOException {
        long latest = config.minedAt(step);
        if (progress <= LAST_SEARCH) {
            return latest;
        }
        return minedAt >= 0 ? minedAt : searches.lastUpTo(latest).orElse(latest);
    }

    /** The sources whose tasks get neighbours, small ones first: the time that they leave is the others'. */
    private int[] searched() {
        return IntStream.range(0, byWords.length)
                .filter(index ->
                        config.areFor(setup.sources().get(index).pairs().task()))
                .boxed()
                .sorted(Comparator.comparingInt(
                        index -> setup.sources().get(index).pairs().candidates()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private MinedHardNegatives kept(Path file, TrainingSource source, Supplier<MinedHardNegatives> search, String how)
            throws IOException {
        if (Files.exists(file)) {
            return HardNegativeFile.read(file, source.pairs().queries().length);
        }
        listener.measuring(source.pairs().name() + ", neighbours " + how);
        MinedHardNegatives found = search.get();
        HardNegativeFile.write(file, found);
        listener.note("%s: %,d of %,d queries have neighbours %s that are no positives"
                .formatted(source.pairs().name(), found.found(), found.rows().length, how));
        return found;
    }

    /**
     * A state was saved: what its last step drew from is needed to go on, older ones of this stage no more. What the stage before
     * ended with stays, for runs that take that stage over.
     */
    void saved() throws IOException {
        if (config.model() > 0) {
            searches.deleteBetween(searches.lastUpTo(stepsBefore - 1).orElse(-1), minedAt);
        }
    }
}
