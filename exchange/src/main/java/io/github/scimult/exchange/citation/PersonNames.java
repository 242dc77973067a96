package io.github.scimult.exchange.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Names of authors in one text. */
final class PersonNames {
    private static final Pattern NAME_PARTS = Pattern.compile("(?:^|,)\\s*(?:family|given|prefix|suffix)\\s*=");

    private PersonNames() {}

    /** Names with {@code and} between them, in LaTeX; {@code others} is nobody's. */
    static List<String> ofBibTex(String latex) {
        List<String> names = new ArrayList<>();
        for (String name : parts(latex)) {
            String plain = LatexText.plain(name);
            if (!plain.isEmpty() && !plain.equalsIgnoreCase("others") && !plain.equalsIgnoreCase("et al.")) {
                names.add(NAME_PARTS.matcher(plain).find() ? ofParts(plain) : plain);
            }
        }
        return List.copyOf(names);
    }

    /** Names with semicolons between them. */
    static List<String> ofSemicolons(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** At each {@code and} outside of brackets; at semicolons where there is none. */
    private static List<String> parts(String latex) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < latex.length(); i++) {
            char character = latex.charAt(i);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth == 0 && isAnd(latex, i)) {
                parts.add(latex.substring(begin, i));
                begin = i + 4;
            }
        }
        parts.add(latex.substring(begin));
        return parts.size() == 1 && latex.indexOf('{') < 0 && latex.indexOf('&') < 0 ? ofSemicolons(latex) : parts;
    }

    private static boolean isAnd(String text, int at) {
        return Character.isWhitespace(text.charAt(at))
                && text.regionMatches(true, at + 1, "and", 0, 3)
                && at + 4 < text.length()
                && Character.isWhitespace(text.charAt(at + 4));
    }

    /** {@code family=Turing, given=Alan}, as biblatex has it. */
    private static String ofParts(String name) {
        String family = "";
        String given = "";
        for (String part : name.split(",")) {
            String value = part.substring(part.indexOf('=') + 1).strip();
            String kind = part.strip().split("\\s*=")[0];
            family = kind.equals("prefix") ? value + " " + family : kind.equals("family") ? family + value : family;
            given = kind.equals("given") ? value : given;
        }
        return given.isEmpty() ? family : family + ", " + given;
    }
}
