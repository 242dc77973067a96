package io.github.scimult.model.train;

import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.eval.DevSet;
import io.github.scimult.core.eval.Sampling;
import io.github.scimult.core.example.NegativeSource;
import io.github.scimult.core.example.PairReader;
import io.github.scimult.core.example.TaskMix;
import io.github.scimult.core.example.TextKind;
import io.github.scimult.core.example.TrainingPairs;
import io.github.scimult.core.example.negative.MinedNegatives;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.TextTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a run reads: collections, their texts as tokens, training sources, dev sets. */
final class TrainingSetup implements AutoCloseable {
    private final TrainingConfig config;
    private final TrainingListener listener;
    private final List<LiteratureCollection> collections = new ArrayList<>();
    private final List<CollectionTexts> texts = new ArrayList<>();
    private final List<TrainingSource> sources = new ArrayList<>();
    private final List<DevScorer> scorers = new ArrayList<>();

    private TrainingSetup(TrainingConfig config, TrainingListener listener) {
        this.config = config;
        this.listener = listener;
    }

    /**
     * Opens and tokenises everything.
     *
     * @throws BadDataException if a collection is bad or there is nothing to train on
     */
    static TrainingSetup open(
            TrainingPlan plan, TextTokenizer tokenizer, int maxLength, Path cache, TrainingListener listener)
            throws IOException {
        TrainingSetup setup = new TrainingSetup(plan.config(), listener);
        try {
            for (CollectionChoice choice : plan.collections()) {
                setup.add(choice, tokenizer, plan.config().batch().textTokens(maxLength), cache);
            }
            if (setup.sources.isEmpty()) {
                throw new BadDataException("there is nothing to train on: none of the collections has judgements in "
                        + "qrels/*/train.tsv for a task of weight above 0, nor papers with title and abstract.");
            }
            return setup;
        } catch (IOException | RuntimeException failure) {
            setup.close();
            throw failure;
        }
    }

    private void add(CollectionChoice choice, TextTokenizer tokenizer, int maxLength, Path cache) throws IOException {
        LiteratureCollection collection = LiteratureCollection.open(choice.path(), choice.readOptions());
        if (!collection.skipped().isEmpty()) {
            listener.note(collection.name() + ": " + collection.skipped().report());
        }
        collections.add(collection);
        CollectionTexts ids =
                CollectionTexts.open(collection, tokenizer, maxLength, cache, collections.size() - 1, listener);
        texts.add(ids);
        for (Task task : tasks(collection)) {
            if (weight(task) * choice.weight() > 0) {
                addSource(collection, ids, task, choice.weight());
                addScorer(collection, task);
            }
        }
    }

    private SortedSet<Task> tasks(LiteratureCollection collection) {
        SortedSet<Task> tasks = new TreeSet<>(collection.tasks());
        if (config.titleSearch() > 0) {
            tasks.add(Task.SEARCH);
        }
        return tasks;
    }

    private double weight(Task task) {
        if (config.tasks().isEmpty()) {
            return 1;
        }
        return config.tasks()
                .getOrDefault(
                        task.name(), config.tasks().getOrDefault(task.family().lowerCaseName(), 0.0));
    }

    private void addSource(LiteratureCollection collection, CollectionTexts ids, Task task, double weight) {
        TrainingPairs pairs = PairReader.read(collection, task, config.batch().labelCap(), config.seed());
        boolean titles = task.equals(Task.SEARCH) && pairs.queries().length == 0;
        if (titles && config.titleSearch() > 0) {
            pairs = PairReader.titles(collection, ids::hasTitleAndAbstract);
            listener.note(collection.name() + " has no searches to learn from: titles stand in for them, "
                    + "each to find its abstract");
        }
        if (pairs.queries().length > 1) {
            double ofSize = Math.pow(pairs.pairs(), config.sizeExponent());
            double share = ofSize * (titles ? weight * config.titleSearch() : weight);
            sources.add(new TrainingSource(
                    pairs,
                    ids,
                    config.batch().settings(task.family()),
                    negatives(collection, pairs),
                    share,
                    config.seed(),
                    sources.size()));
        }
    }

    private NegativeSource negatives(LiteratureCollection collection, TrainingPairs pairs) {
        if (!config.batch().minedNegatives() || config.batch().hardNegatives() == 0) {
            return NegativeSource.judged(pairs);
        }
        MinedNegatives mined = MinedNegatives.of(collection, pairs);
        listener.note(mined.report());
        return mined;
    }

    private void addScorer(LiteratureCollection collection, Task task) {
        String name = collection.name() + "/" + task;
        boolean judged = collection.splits(task).contains(Split.DEV);
        if (judged) {
            Sampling sampling = new Sampling(config.dev().queries(), candidates(task), config.seed());
            scorers.add(new JudgedDevScorer(name, DevSet.of(collection, Split.DEV, task, sampling)));
        } else if (task.equals(Task.SEARCH)) {
            TitleDevScorer titles = TitleDevScorer.of(collection, config.dev(), config.seed());
            if (titles != null) {
                scorers.add(titles);
            }
        }
    }

    /** Labels are short: all of them are ranked, as in the final evaluation. */
    private int candidates(Task task) {
        return task.family() == TaskFamily.CLASSIFICATION ? 0 : config.dev().candidates();
    }

    List<LiteratureCollection> collections() {
        return collections;
    }

    List<TrainingSource> sources() {
        return sources;
    }

    List<DevScorer> scorers() {
        return scorers;
    }

    /**
     * The mix's share of each source: tasks by their weights, however many collections have them; a task's collections by
     * theirs. A task that titles alone stand in for has the titles' part of its weight.
     */
    double[] shares() {
        List<TaskMix.Source> inMix = sources.stream()
                .map(source -> new TaskMix.Source(
                        source.pairs().task().name(), taskWeight(source.pairs().task()), source.weight()))
                .toList();
        return TaskMix.shares(inMix);
    }

    private double taskWeight(Task task) {
        boolean titlesOnly = sources.stream()
                .filter(source -> source.pairs().task().equals(task))
                .allMatch(source -> source.pairs().queryKind() == TextKind.TITLE);
        return titlesOnly ? weight(task) * config.titleSearch() : weight(task);
    }

    @Override
    public void close() {
        texts.forEach(CollectionTexts::close);
        collections.forEach(LiteratureCollection::close);
    }
}
