package io.github.scimult.training.negative;

import io.github.scimult.training.pair.NegativeSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Several sources of negatives: each negative comes from one of them, drawn by weight. */
public final class WeightedNegatives implements NegativeSource {
    private final List<Part> parts;
    private final double weights;

    /**
     * One of them.
     *
     * @param weight how often it is drawn from, above 0
     */
    public record Part(NegativeSource source, double weight) {}

    public WeightedNegatives(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.weights = parts.stream().mapToDouble(Part::weight).sum();
    }

    @Override
    public int[] draw(int query, int[] positives, int most, SplittableRandom random) {
        int[] wanted = new int[parts.size()];
        for (int i = 0; i < most && !parts.isEmpty(); i++) {
            wanted[drawn(random.nextDouble() * weights)]++;
        }
        IntStream rows = IntStream.empty();
        for (int part = 0; part < wanted.length; part++) {
            if (wanted[part] > 0) {
                rows = IntStream.concat(
                        rows, IntStream.of(parts.get(part).source().draw(query, positives, wanted[part], random)));
            }
        }
        return rows.distinct().toArray();
    }

    private int drawn(double place) {
        double upTo = 0;
        for (int part = 0; part < parts.size() - 1; part++) {
            upTo += parts.get(part).weight();
            if (place < upTo) {
                return part;
            }
        }
        return parts.size() - 1;
    }
}
