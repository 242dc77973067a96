package io.github.scimult.training.pair;

import io.github.scimult.core.random.RandomSample;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Where the hard negatives of a source's pairs come from. */
@FunctionalInterface
public interface NegativeSource {
    /**
     * Draws hard negatives for some positives of one query; the same for the same state of the generator.
     *
     * @param query index into {@link TrainingPairs#queries()}
     * @param positives rows
     * @param most at most so many
     * @return rows, each once; none of them known to be relevant to the query
     */
    int[] draw(int query, int[] positives, int most, SplittableRandom random);

    /** What the collection judges with score 0 for the query. */
    static NegativeSource judged(TrainingPairs pairs) {
        return (query, positives, most, random) -> {
            int[] negatives = pairs.negatives()[query].clone();
            RandomSample.shuffle(negatives, random);
            return Arrays.copyOf(negatives, Math.min(most, negatives.length));
        };
    }
}
