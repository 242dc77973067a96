package io.github.scimult.core.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant by an unknown one. */
final class NearestKey {

    private NearestKey() {}

    /**
     * The nearest of the known names. Case, hyphens and underscores don't count ({@code learning_rate} is {@code
     * learningRate}); apart from them every third letter may be wrong, and two always.
     */
    static Optional<String> of(String unknown, Collection<String> known) {
        String plain = plain(unknown);
        int allowed = Math.min(Math.max(2, plain.length() / 3), plain.length() - 1);
        return known.stream()
                .filter(name ->
                        Math.abs(name.length() - plain.length()) <= allowed + 2) // else it costs time for nothing
                .filter(name -> distance(plain, plain(name)) <= allowed)
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_\\s]", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, taken out, replaced or swapped with their neighbour. */
    static int distance(String left, String right) {
        int[][] distance = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                distance[i][j] = i == 0 ? j : j == 0 ? i : step(distance, left, right, i, j);
            }
        }
        return distance[left.length()][right.length()];
    }

    private static int step(int[][] distance, String left, String right, int i, int j) {
        int replaced = distance[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
