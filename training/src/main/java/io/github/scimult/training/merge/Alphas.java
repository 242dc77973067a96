package io.github.scimult.training.merge;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Interpolation coefficients, each in [0, 1]: 0 is the base's weights, 1 the fine-tuned ones.
 *
 * @param whole of every parameter group that has none of its own
 * @param groups of some parameter groups, by the names of {@link ParameterGroups}
 */
public record Alphas(double whole, Map<String, Double> groups) {
    public Alphas {
        groups = Collections.unmodifiableMap(new TreeMap<>(groups));
    }

    /** One coefficient for all weights. */
    public static Alphas of(double whole) {
        return new Alphas(whole, Map.of());
    }

    /** The same but for one parameter group. */
    Alphas with(String group, double alpha) {
        Map<String, Double> changed = new TreeMap<>(groups);
        changed.put(group, alpha);
        return new Alphas(whole, changed);
    }

    double of(String group) {
        return groups.getOrDefault(group, whole);
    }

    /** Whether the result is the fine-tuned weights as they are. */
    public boolean isFineTunedOnly() {
        return whole == 1 && groups.values().stream().allMatch(alpha -> alpha == 1);
    }

    /** For people: {@code alpha 0.75}, or {@code alpha 0.75, upper blocks 1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("alpha " + number(whole));
        groups.forEach(
                (group, alpha) -> text.append(", ").append(group).append(' ').append(number(alpha)));
        return text.toString();
    }

    private static String number(double alpha) {
        return String.format(Locale.ROOT, "%.3g", alpha).replaceFirst("\\.?0+$", "");
    }
}
