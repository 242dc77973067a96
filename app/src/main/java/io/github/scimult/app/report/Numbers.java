package io.github.scimult.app.report;

import java.util.Locale;

/** Numbers as people read them, the same in every country. */
final class Numbers {
    private static final int SHORTEST_THOUSANDS = 1000;

    private Numbers() {}

    /** A score between 0 and 1: {@code 0.162}. */
    static String score(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A difference of scores with its sign: {@code +0.049}, {@code −0.012}, {@code ±0.000}. */
    static String difference(double value) {
        if (Double.isNaN(value)) {
            return score(value);
        }
        String digits = score(Math.abs(value));
        return (digits.equals("0.000") ? "±" : value > 0 ? "+" : "−") + digits;
    }

    /** A whole number in groups of three: {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count in short: {@code 950}, {@code 22.6 million}. */
    static String roughly(long number) {
        return number < 1_000_000 ? count(number) : String.format(Locale.ROOT, "%.1f million", number / 1e6);
    }

    /** A time: {@code 42 s}, {@code 30 min}, {@code 1 h 5 min}. */
    static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        if (seconds < 120) {
            return Math.round(seconds) + " s";
        }
        String hours = minutes < 60 ? "" : minutes / 60 + " h";
        return (hours + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min")).strip();
    }

    /** A number at an axis, as short as it can be told from its neighbours: {@code 0.25}, {@code 2e-5}, {@code 10k}. */
    static String tick(double value, double spacing) {
        if (value == 0) {
            return "0";
        } else if (spacing < 1e-4) {
            return tiny(value).replace(".0e", "e");
        } else if (spacing < 1) {
            int decimals = (int) Math.ceil(-Math.log10(spacing) - 1e-9);
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        boolean thousands = spacing >= SHORTEST_THOUSANDS;
        return thousands ? Math.round(value / SHORTEST_THOUSANDS) + "k" : count(Math.round(value));
    }

    /** A loss, to three digits: {@code 2.13}, {@code 0.52}. */
    static String loss(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    /** A very small number: {@code 3.0e-5}. */
    static String tiny(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value).replaceFirst("e([+-])0?", "e$1");
    }
}
