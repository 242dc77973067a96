package io.github.scimult.evaluation;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.random.RandomSample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Judged queries of dev in two parts, split by a seed: one to fit on, the other to measure what came of it.
 *
 * @param fitted positions of queries in the judgements
 * @param others positions of queries in the judgements
 */
public record DevHalves(List<Integer> fitted, List<Integer> others) {
    private static final long SEED = 17;

    public DevHalves {
        fitted = List.copyOf(fitted);
        others = List.copyOf(others);
    }

    /** @param limit the greatest number of queries in each */
    public static DevHalves of(Judgements judgements, int limit) {
        List<Integer> order = IntStream.of(RandomSample.permutation(judgements.queries(), new SplittableRandom(SEED)))
                .boxed()
                .toList();
        int half = Math.min(limit, order.size() / 2);
        return new DevHalves(order.subList(0, half), order.subList(half, Math.min(order.size(), half + limit)));
    }
}
