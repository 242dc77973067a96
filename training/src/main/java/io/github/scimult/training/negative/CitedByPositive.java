package io.github.scimult.training.negative;

import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * For a link: a paper that the positive cites and the query does not (SciMult, section 3.3). Near in topic, but not what
 * the query builds on.
 *
 * @param pairs links
 * @param citations of the collection's papers
 */
record CitedByPositive(TrainingPairs pairs, Adjacency citations) implements NegativeSource {
    @Override
    public int[] draw(int query, int[] positives, int most, SplittableRandom random) {
        Set<Integer> drawn = new LinkedHashSet<>();
        for (int i = 0; i < positives.length && drawn.size() < most; i++) {
            int share = (most - drawn.size()) / (positives.length - i);
            drawFor(query, positives[i], Math.max(1, share), random, drawn);
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /** From a random place onwards, around the end: each is tried once. */
    private void drawFor(int query, int positive, int most, SplittableRandom random, Set<Integer> drawn) {
        int degree = citations.degree(positive);
        int start = degree == 0 ? 0 : random.nextInt(degree);
        int found = 0;
        for (int i = 0; i < degree && found < most; i++) {
            int candidate = citations.target(positive, (start + i) % degree);
            if (isNegative(query, candidate) && drawn.add(candidate)) {
                found++;
            }
        }
    }

    private boolean isNegative(int query, int candidate) {
        int row = pairs.queries()[query];
        return candidate != row
                && Arrays.binarySearch(pairs.known()[query], candidate) < 0
                && !citations.contains(row, candidate);
    }
}
