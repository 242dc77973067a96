package io.github.scimult.exchange.citation;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LaTeX's accents, such as <code>\'e</code> and <code>\H{o}</code>, as characters. */
final class LatexAccents {
    private static final Pattern ACCENT = Pattern.compile(
            "\\\\(?:([`'^\"~=.])\\s*|([Hvcukrbd])(?:\\s+|(?=\\{)))(?:\\{\\s*(\\\\?[A-Za-z])\\s*}|(\\\\?[A-Za-z]))");

    private static final Map<String, String> COMBINING = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030a"),
            Map.entry("H", "\u030b"),
            Map.entry("v", "\u030c"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"));

    private LatexAccents() {}

    static String composed(String latex) {
        Matcher accents = ACCENT.matcher(latex);
        String text = accents.replaceAll(found -> {
            String accent = found.group(1) == null ? found.group(2) : found.group(1);
            String letter = found.group(3) == null ? found.group(4) : found.group(3);
            return Matcher.quoteReplacement(
                    letter.replace("\\", "") + COMBINING.get(accent)); // \i and \j are dotless only below accents
        });
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
