package io.github.scimult.exchange.citation;

import io.github.scimult.core.text.PlainText;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/**
 * LaTeX in a value of BibTeX as plain text: accents and symbols become characters, commands of form vanish and leave their content,
 * formulas between dollar signs stay as they are. Not recursive, so brackets may be nested as deep as they like.
 */
final class LatexText {
    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('`', "\u0300"),
            Map.entry('\'', "\u0301"),
            Map.entry('^', "\u0302"),
            Map.entry('~', "\u0303"),
            Map.entry('=', "\u0304"),
            Map.entry('u', "\u0306"),
            Map.entry('.', "\u0307"),
            Map.entry('"', "\u0308"),
            Map.entry('r', "\u030a"),
            Map.entry('H', "\u030b"),
            Map.entry('v', "\u030c"),
            Map.entry('d', "\u0323"),
            Map.entry('c', "\u0327"),
            Map.entry('k', "\u0328"),
            Map.entry('b', "\u0331"),
            Map.entry('t', "\u0361"));

    /** Their first argument is no text. */
    private static final Set<String> WITHOUT_ARGUMENT = Set.of(
            "href",
            "noopsort",
            "SortNoop",
            "textcolor",
            "color",
            "vspace",
            "hspace",
            "label",
            "cite",
            "footnote",
            "includegraphics");

    private final String latex;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private LatexText(String latex) {
        this.latex = latex;
    }

    /** The text of a value. */
    static String plain(String latex) {
        LatexText reader = new LatexText(latex);
        while (reader.at < latex.length()) {
            reader.next();
        }
        return PlainText.singleSpaced(PlainText.of(Normalizer.normalize(reader.text, Normalizer.Form.NFC)));
    }

    /** A value that is an address, of which only brackets and backslashes go. */
    static String verbatim(String latex) {
        return PlainText.singleSpaced(latex.replace("{\\textasciitilde}", "~")
                .replace("\\textasciitilde", "~")
                .replaceAll("[{}\\\\]", ""));
    }

    private void next() {
        char character = latex.charAt(at);
        switch (character) {
            case '\\' -> command();
            case '{', '}' -> at++;
            case '$' -> dollar();
            case '~' -> replace(1, " ");
            case '-' -> dash();
            case '`' -> twin('`', "“");
            case '\'' -> twin('\'', "”");
            default -> replace(1, String.valueOf(character));
        }
    }

    private void replace(int length, String characters) {
        text.append(characters);
        at += length;
    }

    private void dash() {
        if (latex.startsWith("---", at)) {
            replace(3, "—");
        } else if (latex.startsWith("--", at)) {
            replace(2, "–");
        } else {
            replace(1, "-");
        }
    }

    private void twin(char character, String both) {
        boolean two = at + 1 < latex.length() && latex.charAt(at + 1) == character;
        replace(two ? 2 : 1, two ? both : String.valueOf(character));
    }

    /** A formula stays whole; a dollar sign without a second one is one. */
    private void dollar() {
        int end = LatexMath.end(latex, at);
        replace(Math.max(1, end - at), end < 0 ? "$" : latex.substring(at, end));
    }

    private void command() {
        if (at + 1 >= latex.length()) {
            at++;
            return;
        }
        char first = latex.charAt(at + 1);
        if (Character.isLetter(first) && first < 128) {
            named();
        } else if (ACCENTS.containsKey(first)) {
            at += 2;
            accented(ACCENTS.get(first));
        } else if (first == '(' || first == ')') {
            replace(2, "$");
        } else if (first == '\\' || first == ' ' || first == ',' || first == ';' || first == ':' || first == '\n') {
            replace(2, " ");
        } else if (first == '-' || first == '/' || first == '!') {
            at += 2;
        } else {
            replace(2, String.valueOf(first)); // \& \% \$ \# \_ \{ \}
        }
    }

    private void named() {
        int begin = at + 1;
        int end = begin;
        while (end < latex.length() && latex.charAt(end) < 128 && Character.isLetter(latex.charAt(end))) {
            end++;
        }
        String name = latex.substring(begin, end);
        at = end;
        String symbol = LatexSymbols.of(name);
        if (symbol != null) {
            text.append(symbol);
            skipSpaces();
        } else if (name.length() == 1 && ACCENTS.containsKey(name.charAt(0))) {
            accented(ACCENTS.get(name.charAt(0)));
        } else {
            ofForm(name);
        }
    }

    /** A command without a character of its own: what it forms stays; if that is nothing, it is a word, as in {@code \LaTeX}. */
    private void ofForm(String name) {
        if (WITHOUT_ARGUMENT.contains(name)) {
            skipArgument();
        } else if (at < latex.length() && latex.charAt(at) == '{' && !latex.startsWith("{}", at)) {
            at++;
        } else if (Set.of("em", "it", "bf", "sc", "sl", "sf", "rm", "tt", "protect", "relax", "cal", "uppercase")
                .contains(name)) {
            skipSpaces();
        } else {
            text.append(name);
        }
    }

    private void skipSpaces() {
        while (at < latex.length() && Character.isWhitespace(latex.charAt(at))) {
            at++;
        }
    }

    private void skipArgument() {
        int depth = 0;
        for (int i = at; i < latex.length(); i++) {
            char character = latex.charAt(i);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth == 0) {
                at = character == '}' ? i + 1 : at;
                return;
            }
        }
    }

    /** The letter that an accent belongs to: a character, or a command such as {@code \i}, in brackets or not. */
    private void accented(String accent) {
        skipSpaces();
        while (at < latex.length() && latex.charAt(at) == '{') {
            at++;
            skipSpaces();
        }
        if (at >= latex.length() || latex.charAt(at) == '}') {
            return;
        }
        if (latex.charAt(at) != '\\') {
            int point = latex.codePointAt(at);
            replace(Character.charCount(point), Character.toString(point) + accent);
            return;
        }
        int before = text.length();
        command();
        boolean dotless = text.length() == before + 1 && "ıȷ".indexOf(text.charAt(before)) >= 0;
        if (dotless) { // the dot is left out only to make room for the accent
            text.setCharAt(before, text.charAt(before) == 'ı' ? 'i' : 'j');
        }
        text.append(accent);
    }
}
