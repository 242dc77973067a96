package io.github.scimult.app.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Texts made fit for HTML and SVG. */
final class Markup {

    private Markup() {}

    /** A text with all that means something in HTML escaped, in attributes too. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
            }
        });
        return safe.toString();
    }

    /** A text of at most so many characters, cut between words. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > most / 2 ? space : most).stripTrailing() + " …";
    }

    static <T> String each(List<T> items, Function<T, String> markup) {
        return items.stream().map(markup).collect(Collectors.joining());
    }
}
