package io.github.scimult.core.html;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text made fit for HTML and SVG. */
public final class Markup {

    private Markup() {}

    /** A text with all that means something in HTML escaped, in attributes too; control characters become blanks. */
    public static String text(String text) {
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

    /**
     * An element that holds a text.
     *
     * @param start what its start tag has inside, such as {@code td class="number"}
     * @param text not yet escaped
     */
    public static String element(String start, String text) {
        return "<%s>%s</%s>".formatted(start, text(text), start.split(" ", 2)[0]);
    }

    /**
     * A text of at most {@code limit} characters, truncated between words.
     *
     * @return the text, not escaped
     */
    public static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int space = text.lastIndexOf(' ', limit);
        return text.substring(0, space > limit / 2 ? space : whole(text, limit)).stripTrailing() + " …";
    }

    /** A place at which a text can be cut: not within a character of two units. */
    private static int whole(String text, int place) {
        return Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place)) ? place - 1 : place;
    }

    /** The markup of each item, one behind the other. */
    public static <T> String each(List<T> items, Function<T, String> markup) {
        return items.stream().map(markup).collect(Collectors.joining());
    }
}
