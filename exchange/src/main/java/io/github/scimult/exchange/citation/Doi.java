package io.github.scimult.exchange.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digital object identifiers, which are written as addresses as well. */
final class Doi {
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

    private Doi() {}

    /** The identifier alone, from {@code 10.} on; a text without one as it is. */
    static String bare(String text) {
        Matcher found = DOI.matcher(text);
        return found.find() ? found.group() : text.strip();
    }
}
