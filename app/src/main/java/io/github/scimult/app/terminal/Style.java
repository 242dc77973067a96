package io.github.scimult.app.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * How text may look on the terminal at hand.
 *
 * @param width columns of a line
 * @param coloured whether escape sequences are understood
 */
public record Style(int width, boolean coloured) {
    private static final int USUAL_WIDTH = 100;

    /** For standard output: coloured on a terminal, unless {@code NO_COLOR} is set; at most 110 columns wide. */
    public static Style ofStandardOutput() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        boolean coloured = terminal && System.getenv("NO_COLOR") == null;
        return new Style(terminal ? Math.min(110, TerminalWidth.orElse(USUAL_WIDTH)) : USUAL_WIDTH, coloured);
    }

    public String bold(String text) {
        return escaped("1", text);
    }

    public String dim(String text) {
        return escaped("2", text);
    }

    public String green(String text) {
        return escaped("32", text);
    }

    private String escaped(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** A text in lines that fit, broken between words; every line is indented. */
    public String wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            boolean first = line.length() == indent.length();
            if (!first && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join(System.lineSeparator(), lines);
    }

    /** A text of exactly this number of columns: cut with an ellipsis, or padded with blanks. */
    public static String fitted(String text, int columns) {
        String cut = length(text) <= columns
                ? text
                : text.substring(0, text.offsetByCodePoints(0, columns - 1)).stripTrailing() + "…";
        return cut + " ".repeat(columns - length(cut));
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
