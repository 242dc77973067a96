package io.github.scimult.exchange.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years in dates as people and programs write them. */
public final class PublicationYear {
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?![0-9])");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![0-9])(1[4-9][0-9]{2}|20[0-9]{2})[01][0-9][0-3][0-9](?![0-9])");

    private PublicationYear() {}

    /** The first year from 1000 to 2099 in a text, such as {@code 2004/05//}, {@code 1998 Dec-1999 Jan} or {@code 20040531}. */
    public static Integer of(String date) {
        Matcher year = YEAR.matcher(date);
        if (year.find()) {
            return Integer.valueOf(year.group(1));
        }
        Matcher digits = DIGITS.matcher(date);
        return digits.find() ? Integer.valueOf(digits.group(1)) : null;
    }
}
