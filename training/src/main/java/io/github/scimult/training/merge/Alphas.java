package io.github.scimult.training.merge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares of the trained weights in a blend, each in [0, 1].
 *
 * @param whole of every part that has none of its own
 * @param parts of some parts of the weights, by the names of {@link ParameterGroups}
 */
public record Alphas(double whole, Map<String, Double> parts) {
    public Alphas {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /** One share for all weights. */
    public static Alphas of(double whole) {
        return new Alphas(whole, Map.of());
    }

    /** The same but for one part. */
    Alphas with(String part, double share) {
        Map<String, Double> changed = new TreeMap<>(parts);
        changed.put(part, share);
        return new Alphas(whole, changed);
    }

    double of(String part) {
        return parts.getOrDefault(part, whole);
    }

    /** Whether the result is the trained weights as they are. */
    public boolean isTrainedAlone() {
        return whole == 1 && parts.values().stream().allMatch(share -> share == 1);
    }

    /** Such as {@code 75 % trained} or {@code 75 % trained, upper blocks 100 %}. */
    public String inWords() {
        StringBuilder words = new StringBuilder("%.0f %% trained".formatted(100 * whole));
        parts.forEach((part, share) -> words.append(", %s %.0f %%".formatted(part, 100 * share)));
        return words.toString();
    }
}
