package io.github.scimult.training.merge;

import java.util.List;
import java.util.function.Function;

/**
 * Selects a coefficient for each parameter group: group after group tries the other coefficients while the rest stays, and takes one
 * that is better on dev by more than a standard error. Evaluations are few, so it ends after one pass.
 *
 * @param groups their names
 * @param alphas those to choose from
 */
public record PerGroupAlpha(List<String> groups, List<Double> alphas) {
    /** How many evaluations {@link #select} takes. */
    public static int evaluations(int groups, int alphas) {
        return groups < 2 ? 0 : groups * (alphas - 1);
    }

    /**
     * Begins with one coefficient for all groups.
     *
     * @param tried is added to, in order
     * @return the best, be it the start itself
     */
    public InterpolationResult select(
            InterpolationResult start,
            List<InterpolationResult> tried,
            Function<Alphas, InterpolationResult> evaluate) {
        InterpolationResult best = start;
        for (String group : groups.size() < 2 ? List.<String>of() : groups) {
            InterpolationResult before = best;
            for (double alpha : alphas) {
                if (alpha != before.alphas().of(group)) {
                    InterpolationResult other = evaluate.apply(before.alphas().with(group, alpha));
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
