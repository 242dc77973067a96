package io.github.scimult.training.batch;

import io.github.scimult.training.pair.BatchSettings;
import io.github.scimult.training.pair.Epoch;
import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.PairBatch;
import io.github.scimult.training.pair.Seeds;
import io.github.scimult.training.pair.TrainingPairs;

/** One task of one collection as a stream of batches; its whole state is two numbers. */
public final class TrainingSource {
    private final TrainingPairs pairs;
    private final CollectionTexts texts;
    private BatchSettings settings;
    private final NegativeSource negatives;
    private final double weight;
    private final long seed;
    private long epochNumber;
    private int nextBatch;
    private Epoch epoch;
    private NegativeSource mined = (query, positives, most, random) -> new int[0];
    private int minedPerQuery;

    /** @param index tells the sources of a run apart */
    public TrainingSource(
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

    public TrainingPairs pairs() {
        return pairs;
    }

    public CollectionTexts texts() {
        return texts;
    }

    double weight() {
        return weight;
    }

    public long epochNumber() {
        return epochNumber;
    }

    public int nextBatch() {
        return nextBatch;
    }

    public void seek(long newEpoch, int batch) {
        epochNumber = newEpoch;
        nextBatch = batch;
        epoch = null;
    }

    /** Batches of one pass. */
    int batchesAnEpoch() {
        return epoch().batches();
    }

    /** From now on each query of a batch has so many further negatives. */
    public void addMinedNegatives(NegativeSource source, int perQuery) {
        mined = source;
        minedPerQuery = perQuery;
    }

    /** From now on its batches are so large a part of what they were, of at least two queries. */
    void takePart(double share) {
        settings = settings.part(share);
        epoch = null;
    }

    /** The next batch. */
    PairBatch next() {
        if (nextBatch >= epoch().batches()) {
            seek(epochNumber + 1, 0);
        }
        return epoch().batch(nextBatch++, mined, minedPerQuery);
    }

    private Epoch epoch() {
        if (epoch == null) {
            epoch = new Epoch(pairs, settings, texts, negatives, seed, epochNumber);
        }
        return epoch;
    }
}
