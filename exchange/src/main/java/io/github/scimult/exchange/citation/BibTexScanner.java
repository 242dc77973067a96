package io.github.scimult.exchange.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a BibTeX text that moves forward over names and values. */
final class BibTexScanner {
    /** An entry of its own at the beginning of a line: within a value it means that the value has lost its end. */
    private static final Pattern NEXT_ENTRY = Pattern.compile("\\n[ \\t]*@[A-Za-z]+[ \\t]*[{(][^\\n{}\"=]*,");

    private static final Pattern NAME = Pattern.compile("[^\\s\"#%'(),={}]+");
    private static final Pattern FIELD = Pattern.compile("\\s*[A-Za-z][^\\s\"#%'(),={}]*\\s*=");

    private final String text;
    private final Matcher nextEntry;
    private int searchedFrom;
    private int nextEntryAt;
    private int at;

    /** What a value lacks. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null, false, false);
        }
    }

    BibTexScanner(String text) {
        this.text = text;
        this.nextEntry = NEXT_ENTRY.matcher(text);
        this.nextEntryAt = -1;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here; a line end behind the last. */
    char here() {
        return isAtEnd() ? '\n' : text.charAt(at);
    }

    /** Passes over blanks, line ends and, as biber does, lines that begin with a percent sign. */
    void skipBlanks() {
        while (!isAtEnd() && (Character.isWhitespace(here()) || here() == '%')) {
            at = here() == '%' ? lineEnd() : at + 1;
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Passes over a character if it stands here. */
    boolean take(char wanted) {
        if (isAtEnd() || here() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** A name of a field, a string or a number; empty if none stands here. */
    String name() {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            return "";
        }
        at = name.end();
        return name.group();
    }

    /** Whether a field begins here, behind blanks. */
    boolean isAtField() {
        return FIELD.matcher(text).region(at, text.length()).lookingAt();
    }

    /** What stands before one of these characters, which is not passed over. */
    String until(String ends) {
        int begin = at;
        while (!isAtEnd() && ends.indexOf(here()) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    /**
     * What stands in curly brackets, from the first one on, without it.
     *
     * @param escapes whether a bracket behind a backslash is none, as some programs mean it; to BibTeX it is one
     */
    String braced(boolean escapes) throws Broken {
        int end = closing(at, escapes);
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private int closing(int open, boolean escapes) throws Broken {
        int limit = limit(open);
        int depth = 0;
        for (int i = open; i < limit; i++) {
            char character = text.charAt(i);
            if (character == '\\' && escapes) {
                i++;
            } else if (character == '{') {
                depth++;
            } else if (character == '}' && --depth == 0) {
                return i;
            }
        }
        throw new Broken("a curly bracket is not closed");
    }

    /** What stands in quotes, from the first one on, without it; a quote within is one if a word follows it. */
    String quoted() throws Broken {
        int limit = limit(at);
        int depth = 0;
        for (int i = at + 1; i < limit; i++) {
            char character = text.charAt(i);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (character == '"' && depth <= 0 && endsQuoted(i + 1)) {
                String value = text.substring(at + 1, i);
                at = i + 1;
                return value;
            }
        }
        throw new Broken("a quote is not closed");
    }

    private boolean endsQuoted(int behind) {
        int next = behind;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next >= text.length()
                || ",}#)".indexOf(text.charAt(next)) >= 0
                || FIELD.matcher(text).region(behind, text.length()).lookingAt();
    }

    /** Where the next entry begins, at the latest where the text ends. */
    int limit(int from) {
        if (from < searchedFrom || nextEntryAt < from) {
            searchedFrom = from;
            nextEntryAt = nextEntry.find(from) ? nextEntry.start() : text.length();
        }
        return nextEntryAt;
    }
}
