package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.training.batch.CollectionTexts;
import io.github.scimult.training.batch.SourceGroup;
import io.github.scimult.training.batch.TokenReading;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.dev.DevScorer;
import io.github.scimult.training.dev.DevScorers;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.negative.RuleBasedNegatives;
import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.PairBuilder;
import io.github.scimult.training.pair.TaskMix;
import io.github.scimult.training.pair.TrainingPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What a run reads: collections, their texts as tokens, training sources, dev sets. */
final class TrainingData implements AutoCloseable {
    private final TrainingConfig config;
    private final Consumer<TrainingEvent> listener;
    private final List<LiteratureCollection> collections = new ArrayList<>();
    private final List<LiteratureCollection> heldOut = new ArrayList<>();
    private final List<CollectionTexts> texts = new ArrayList<>();
    private final List<TrainingSource> sources = new ArrayList<>();
    private final List<DevScorer> scorers = new ArrayList<>();
    private List<SourceGroup> groups = List.of();

    private TrainingData(TrainingConfig config, Consumer<TrainingEvent> listener) {
        this.config = config;
        this.listener = listener;
    }

    /**
     * Opens and tokenises everything.
     *
     * @throws BadDataException if a collection is bad or there is nothing to train on
     */
    static TrainingData open(TrainingPlan plan, TokenReading reading, Path cache, Consumer<TrainingEvent> listener)
            throws IOException {
        TrainingData setup = new TrainingData(plan.config(), listener);
        try {
            for (CollectionSpec choice : plan.collections()) {
                setup.add(choice, reading.cutAt(plan.config().batch().textTokens(reading.maxLength())), cache);
            }
            if (setup.sources.isEmpty()) {
                throw new BadDataException("there is nothing to train on: none of the collections has judgements in "
                        + "qrels/*/train.tsv for a task of weight above 0, nor papers with title and abstract.");
            }
            setup.groups = SourceGroup.of(setup.sources, plan.config().batch().mixCollections());
            setup.groups.forEach(SourceGroup::shareOut);
            return setup;
        } catch (IOException | RuntimeException failure) {
            setup.close();
            throw failure;
        }
    }

    private void add(CollectionSpec choice, TokenReading reading, Path cache) throws IOException {
        LiteratureCollection collection = LiteratureCollection.open(choice.path(), choice.readOptions());
        if (!collection.skipped().isEmpty()) {
            note(collection.name() + ": " + collection.skipped().report());
        }
        if (choice.isHeldOut()) {
            heldOut.add(collection);
            scorers.addAll(DevScorers.heldOut(collection, config.dev(), config.seed()));
            return;
        }
        collections.add(collection);
        CollectionTexts ids = CollectionTexts.open(
                collection,
                reading,
                cache,
                collections.size() - 1,
                (what, done, total) -> listener.accept(new TrainingEvent.Tokenizing(what, done, total)));
        texts.add(ids);
        for (Task task : tasks(collection)) {
            if (config.tasks().weight(task) * choice.weight() > 0) {
                Optional<DevScorer> scorer = DevScorers.of(collection, task, config.dev(), config.seed());
                scorer.ifPresent(scorers::add);
                int[] heldOut = scorer.map(DevScorer::queriesOfTrain).orElse(new int[0]);
                addSource(collection, ids, task, choice.weight(), heldOut);
            }
        }
    }

    private SortedSet<Task> tasks(LiteratureCollection collection) {
        SortedSet<Task> tasks = new TreeSet<>(collection.tasks());
        if (config.pseudoQueries().weight() > 0) {
            tasks.add(Task.SEARCH);
        }
        return tasks;
    }

    private void addSource(
            LiteratureCollection collection, CollectionTexts ids, Task task, double weight, int[] heldOut) {
        TrainingPairs pairs = PairBuilder.readWithout(
                heldOut, collection, task, config.batch().maxPairsPerLabel(), config.seed());
        if (heldOut.length > 0) {
            note("%s/%s has no dev split: %,d of its train queries are held out to select by"
                    .formatted(collection.name(), task, heldOut.length));
        }
        if (task.equals(Task.SEARCH) && pairs.queries().length == 0) {
            if (config.pseudoQueries().weight() > 0) {
                addPseudoQueries(
                        collection, ids, weight * config.pseudoQueries().weight());
            }
            return;
        }
        addSource(collection, ids, pairs, weight);
    }

    private void addPseudoQueries(LiteratureCollection collection, CollectionTexts ids, double weight) {
        List<String> kinds = new ArrayList<>();
        config.pseudoQueries().shares().forEach((kind, share) -> {
            TrainingPairs pairs = PairBuilder.pseudoQueries(collection, kind, config.seed(), ids.having(kind));
            kinds.add("%,d by %s".formatted(pairs.queries().length, kind.name().toLowerCase(Locale.ROOT)));
            addSource(collection, ids, pairs, weight * share);
        });
        note(collection.name() + " has no search queries to learn from: pseudo-queries stand in for them, "
                + String.join(", ", kinds));
    }

    private void addSource(LiteratureCollection collection, CollectionTexts ids, TrainingPairs pairs, double weight) {
        if (pairs.queries().length > 1) {
            double ofSize = Math.pow(pairs.pairs(), config.tasks().samplingExponent());
            sources.add(new TrainingSource(
                    pairs,
                    ids,
                    config.batch()
                            .settings(
                                    pairs.task().family(),
                                    config.hardNegatives().perPositive()),
                    negatives(collection, pairs),
                    ofSize * weight,
                    config.seed(),
                    sources.size()));
        }
    }

    private NegativeSource negatives(LiteratureCollection collection, TrainingPairs pairs) {
        if (!config.hardNegatives().rulesApplyTo(pairs.task())) {
            return NegativeSource.judged(pairs);
        }
        RuleBasedNegatives mined = RuleBasedNegatives.of(collection, pairs);
        note(mined.report());
        return mined;
    }

    private void note(String text) {
        listener.accept(new TrainingEvent.Note(text));
    }

    /** Those that are trained on. */
    List<LiteratureCollection> collections() {
        return collections;
    }

    /** Of the content of those that are trained on. */
    List<String> fingerprints() {
        return collections.stream().map(LiteratureCollection::fingerprint).toList();
    }

    /** Of the content of those that are evaluated only. */
    List<String> heldOutFingerprints() {
        return heldOut.stream().map(LiteratureCollection::fingerprint).toList();
    }

    /** Those that are evaluated only. */
    List<LiteratureCollection> heldOut() {
        return heldOut;
    }

    /** Whose texts a source has. */
    LiteratureCollection collectionOf(TrainingSource source) {
        return collections.get(texts.indexOf(source.texts()));
    }

    List<TrainingSource> sources() {
        return sources;
    }

    /** What each step draws from. */
    List<SourceGroup> groups() {
        return groups;
    }

    List<DevScorer> scorers() {
        return scorers;
    }

    /**
     * The mix's share of each group: tasks by their weights, however many collections have them; a task's collections by
     * theirs. A task that pseudo-queries alone stand in for has their part of its weight.
     *
     * @param factors on some tasks' weights
     */
    double[] shares(Map<String, Double> factors) {
        return TaskMix.shares(
                groups.stream().map(group -> inMix(group, factors)).toList());
    }

    private TaskMix.Source inMix(SourceGroup group, Map<String, Double> factors) {
        Task task = group.first().pairs().task();
        return new TaskMix.Source(
                task.name(), taskWeight(task) * factors.getOrDefault(task.name(), 1.0), group.weight());
    }

    private double taskWeight(Task task) {
        boolean pseudoOnly = sources.stream()
                .filter(source -> source.pairs().task().equals(task))
                .allMatch(source -> source.pairs().queryKind().isPseudoQuery());
        return pseudoOnly
                ? config.tasks().weight(task) * config.pseudoQueries().weight()
                : config.tasks().weight(task);
    }

    @Override
    public void close() {
        texts.forEach(CollectionTexts::close);
        collections.forEach(LiteratureCollection::close);
        heldOut.forEach(LiteratureCollection::close);
    }
}
