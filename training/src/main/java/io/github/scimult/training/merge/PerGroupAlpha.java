package io.github.scimult.training.merge;

import java.util.List;
import java.util.function.Function;

/**
 * Fits a share for each part of the weights: part after part tries the other shares while the rest stays, and takes one that
 * is better on dev by more than a standard error. Few measurements, so it ends where one turn ends.
 *
 * @param parts their names
 * @param shares those to choose from
 */
public record PerGroupAlpha(List<String> parts, List<Double> shares) {
    /** How often {@link #fit} measures. */
    public static int measurements(int parts, int shares) {
        return parts < 2 ? 0 : parts * (shares - 1);
    }

    /**
     * Begins with a blend that has one share.
     *
     * @param tried is added to, in order
     * @return the best, be it the start itself
     */
    public InterpolationResult fit(
            InterpolationResult start, List<InterpolationResult> tried, Function<Alphas, InterpolationResult> measure) {
        InterpolationResult best = start;
        for (String part : parts.size() < 2 ? List.<String>of() : parts) {
            InterpolationResult before = best;
            for (double share : shares) {
                if (share != before.shares().of(part)) {
                    InterpolationResult other = measure.apply(before.shares().with(part, share));
                    tried.add(other);
                    if (AlphaSelection.isClearlyBetter(other, before) && other.gain() > best.gain()) {
                        best = other;
                    }
                }
            }
        }
        return best;
    }
}
