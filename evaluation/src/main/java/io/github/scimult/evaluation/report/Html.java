package io.github.scimult.evaluation.report;

/** HTML being written; text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Appends what is HTML already. */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    /** Appends a text. */
    Html text(String text) {
        return raw(escaped(text));
    }

    /** Appends an element that holds a text; {@code start} is its tag's inside, such as {@code td class="number"}. */
    Html element(String start, String text) {
        int blank = start.indexOf(' ');
        String tag = blank < 0 ? start : start.substring(0, blank);
        return raw("<" + start + ">").text(text).raw("</" + tag + ">");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
