package io.github.scimult.evaluation;

import io.github.scimult.core.collection.Judgements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Judged queries of dev in two parts, drawn by a seed: one to fit on, the other to measure what came of it.
 *
 * @param fitted places of queries in the judgements
 * @param others places of queries in the judgements
 */
public record DevHalves(List<Integer> fitted, List<Integer> others) {
    private static final long SEED = 17;

    public DevHalves {
        fitted = List.copyOf(fitted);
        others = List.copyOf(others);
    }

    /** @param most at most so many in each */
    public static DevHalves of(Judgements judgements, int most) {
        List<Integer> order = new ArrayList<>();
        for (int query = 0; query < judgements.queries(); query++) {
            order.add(query);
        }
        Collections.shuffle(order, new Random(SEED));
        int half = Math.min(most, order.size() / 2);
        return new DevHalves(order.subList(0, half), order.subList(half, Math.min(order.size(), half + most)));
    }
}
