package io.github.scimult.app.terminal;

/** Lengths of time as people say them. */
public final class Durations {
    private Durations() {}

    /** {@code 48 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
    public static String of(double seconds) {
        long rounded = Math.round(seconds);
        if (rounded < 60) {
            return rounded + " s";
        }
        if (rounded < 3600) {
            return "%d min %02d s".formatted(rounded / 60, rounded % 60);
        }
        return "%d h %02d min".formatted(rounded / 3600, rounded % 3600 / 60);
    }
}
