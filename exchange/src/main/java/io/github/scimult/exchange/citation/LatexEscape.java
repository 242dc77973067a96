package io.github.scimult.exchange.citation;

/** Plain text as LaTeX that says the same. */
final class LatexEscape {
    private LatexEscape() {}

    /** A text; its formulas stay as they are. */
    static String text(String plain) {
        StringBuilder latex = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            int formula = plain.charAt(i) == '$' ? LatexMath.end(plain, i) : -1;
            if (formula > 0) {
                latex.append(plain, i, formula);
                i = formula - 1;
            } else {
                boolean twin = i > 0 && plain.charAt(i) == plain.charAt(i - 1);
                latex.append(character(plain.charAt(i), twin));
            }
        }
        return latex.toString();
    }

    /** An address: only what would end the value or make a command is left out. */
    static String address(String address) {
        return address.replaceAll("[{}\\\\\\s]", "");
    }

    private static String character(char plain, boolean twin) {
        return switch (plain) {
            case '\\' -> "{\\textbackslash}";
            case '{' -> "{\\textbraceleft}";
            case '}' -> "{\\textbraceright}";
            case '~' -> "{\\textasciitilde}";
            case '^' -> "{\\textasciicircum}";
            case '&', '%', '$', '#', '_' -> "\\" + plain;
            case '-', '\'', '`' -> twin ? "{}" + plain : String.valueOf(plain); // or it would be a dash or a quote
            default -> String.valueOf(plain);
        };
    }
}
