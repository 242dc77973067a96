package io.github.scimult.exchange.citation;

/** Formulas between dollar signs, told from prices as Pandoc does. */
final class LatexMath {
    private LatexMath() {}

    /**
     * Where a formula ends that begins at a dollar sign: behind its last one. No blank stands within beside either, no digit behind
     * the last, and its curly brackets are balanced.
     *
     * @return -1 if this dollar sign begins none
     */
    static int end(String text, int dollar) {
        int width = text.startsWith("$$", dollar) ? 2 : 1;
        int from = dollar + width;
        if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
            return -1;
        }
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\') {
                i++;
            } else if (character == '{' || character == '}') {
                depth += character == '{' ? 1 : -1;
            } else if (character == '$') {
                return closes(text, i, width, from, depth) ? i + width : -1;
            }
            if (depth < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean closes(String text, int at, int width, int from, int depth) {
        int behind = at + width;
        boolean digit = behind < text.length() && Character.isDigit(text.charAt(behind));
        return depth == 0
                && at > from
                && !digit
                && !Character.isWhitespace(text.charAt(at - 1))
                && (width == 1 || text.startsWith("$$", at));
    }
}
