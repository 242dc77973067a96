package io.github.scimult.training.pair;

import io.github.scimult.core.random.Seeds;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Which source the next step draws from: at random by fixed shares, decided by seed and step alone.
 *
 * @param shares of each source; they add up to 1
 * @param seed of the draws
 */
@SuppressWarnings("ArrayRecordComponent")
public record TaskMix(double[] shares, long seed) {
    public TaskMix {
        double total = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("a share must be at least 0, not " + share);
            }
            total += share;
        }
        if (Math.abs(total - 1) > 1e-9) {
            throw new IllegalArgumentException("shares must add up to 1, not " + total);
        }
        shares = shares.clone();
    }

    /**
     * One task of one collection.
     *
     * @param task what it is counted with
     * @param taskWeight the task's weight among tasks
     * @param weight its own among those of its task
     */
    public record Source(String task, double taskWeight, double weight) {}

    /** Shares by which a task comes as often as its weight says, however many collections have it. */
    public static double[] shares(List<Source> sources) {
        Map<String, Double> taskWeights =
                sources.stream().collect(Collectors.toMap(Source::task, Source::taskWeight, (one, same) -> one));
        Map<String, Double> withinTask =
                sources.stream().collect(Collectors.groupingBy(Source::task, Collectors.summingDouble(Source::weight)));
        double total =
                taskWeights.values().stream().mapToDouble(Double::doubleValue).sum();
        return sources.stream()
                .mapToDouble(source -> source.taskWeight() / total * source.weight() / withinTask.get(source.task()))
                .toArray();
    }

    /** The source of a step. */
    public int source(long step) {
        double point = new SplittableRandom(Seeds.derive(seed, step)).nextDouble();
        for (int source = 0; source < shares.length - 1; source++) {
            point -= shares[source];
            if (point < 0) {
                return source;
            }
        }
        return shares.length - 1;
    }
}
