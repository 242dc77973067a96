package io.github.scimult.model.train;

import io.github.scimult.core.example.BatchSettings;
import io.github.scimult.core.example.Epoch;
import io.github.scimult.core.example.ExampleBatch;
import io.github.scimult.core.example.NegativeSource;
import io.github.scimult.core.example.Seeds;
import io.github.scimult.core.example.TrainingPairs;

/** One task of one collection as a stream of batches; its whole state is two numbers. */
final class TrainingSource {
    private final TrainingPairs pairs;
    private final CollectionTexts texts;
    private BatchSettings settings;
    private final NegativeSource negatives;
    private final double weight;
    private final long seed;
    private long epochNumber;
    private int nextBatch;
    private Epoch epoch;
    private NegativeSource neighbours = (query, positives, most, random) -> new int[0];
    private int neighboursPerQuery;

    /** @param index tells the sources of a run apart */
    TrainingSource(
            TrainingPairs pairs,
            CollectionTexts texts,
            BatchSettings settings,
            NegativeSource negatives,
            double weight,
            long seed,
            int index) {
        this.pairs = pairs;
        this.texts = texts;
        this.settings = settings;
        this.negatives = negatives;
        this.weight = weight;
        this.seed = Seeds.derive(seed, index);
    }

    TrainingPairs pairs() {
        return pairs;
    }

    CollectionTexts texts() {
        return texts;
    }

    double weight() {
        return weight;
    }

    long epochNumber() {
        return epochNumber;
    }

    int nextBatch() {
        return nextBatch;
    }

    void seek(long newEpoch, int batch) {
        epochNumber = newEpoch;
        nextBatch = batch;
        epoch = null;
    }

    /** Batches of one pass. */
    int batchesAnEpoch() {
        return epoch().batches();
    }

    /** From now on each query of a batch has so many further negatives. */
    void addNeighbours(NegativeSource source, int perQuery) {
        neighbours = source;
        neighboursPerQuery = perQuery;
    }

    /** From now on its batches are so large a part of what they were, of at least two queries. */
    void takePart(double share) {
        settings = settings.part(share);
        epoch = null;
    }

    /** The next batch. */
    ExampleBatch next() {
        if (nextBatch >= epoch().batches()) {
            seek(epochNumber + 1, 0);
        }
        return epoch().batch(nextBatch++, neighbours, neighboursPerQuery);
    }

    private Epoch epoch() {
        if (epoch == null) {
            epoch = new Epoch(pairs, settings, texts, negatives, seed, epochNumber);
        }
        return epoch;
    }
}
