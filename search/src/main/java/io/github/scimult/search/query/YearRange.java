package io.github.scimult.search.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years from the first to the last, both included.
 *
 * @param first {@link Integer#MIN_VALUE} for any
 * @param last {@link Integer#MAX_VALUE} for any
 */
public record YearRange(int first, int last) {
    private static final String YEAR = "(\\d{1,4})";
    private static final Pattern ONE = Pattern.compile(YEAR);
    private static final Pattern BETWEEN = Pattern.compile("\\[?" + YEAR + "?(?:-|–|\\.\\.|\\s+TO\\s+)" + YEAR + "?]?");
    private static final Pattern COMPARED = Pattern.compile("([<>])(=?)" + YEAR);

    /** The years of {@code 2005}, {@code 2005-2010}, {@code 2005-}, {@code -2010}, {@code [2005 TO 2010]}, {@code >=2005}; else empty. */
    public static Optional<YearRange> parse(String text) {
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            int year = Integer.parseInt(text);
            return Optional.of(new YearRange(year, year));
        }
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            int beside = compared.group(2).isEmpty() ? 1 : 0;
            int year = Integer.parseInt(compared.group(3));
            return Optional.of(
                    compared.group(1).equals(">")
                            ? new YearRange(year + beside, Integer.MAX_VALUE)
                            : new YearRange(Integer.MIN_VALUE, year - beside));
        }
        return between(BETWEEN.matcher(text));
    }

    private static Optional<YearRange> between(Matcher between) {
        if (!between.matches() || (between.group(1) == null && between.group(2) == null)) {
            return Optional.empty();
        }
        int first = between.group(1) == null ? Integer.MIN_VALUE : Integer.parseInt(between.group(1));
        int last = between.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(between.group(2));
        return first > last ? Optional.empty() : Optional.of(new YearRange(first, last));
    }
}
