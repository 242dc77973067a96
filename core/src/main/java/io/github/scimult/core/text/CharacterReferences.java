package io.github.scimult.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML and XML, by name ({@literal &}eacute;) or by number ({@literal &}#233;, {@literal &}#xe9;). */
public final class CharacterReferences {
    private static final String FORM = "&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));";
    private static final Pattern REFERENCE = Pattern.compile(FORM);
    private static final Pattern AMPERSAND = Pattern.compile(FORM + "|&");

    private static final Map<String, String> NAMED = named();

    private CharacterReferences() {}

    /** A text with every known reference replaced by its character; unknown ones stay. One round only. */
    public static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    /** A text of XML that names no character as HTML does, and in which every ampersand begins a reference. */
    public static String forXml(String xml) {
        return xml.indexOf('&') < 0
                ? xml
                : AMPERSAND.matcher(xml).replaceAll(found -> Matcher.quoteReplacement(referenceOfXml(found)));
    }

    private static String referenceOfXml(MatchResult found) {
        if (found.group().length() == 1) {
            return "&amp;";
        }
        String character = character(found);
        return character.equals(found.group()) ? "&amp;" + found.group().substring(1) : escaped(character);
    }

    private static String escaped(String character) {
        return switch (character) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            default -> character;
        };
    }

    private static String character(MatchResult found) {
        if (found.group(3) != null) {
            return NAMED.getOrDefault(found.group(3), found.group());
        }
        int point = found.group(1) != null ? Integer.parseInt(found.group(1)) : Integer.parseInt(found.group(2), 16);
        boolean usable = Character.isValidCodePoint(point)
                && Character.getType(point) != Character.SURROGATE
                && (point >= ' ' || Character.isWhitespace(point));
        return usable ? Character.toString(point) : " ";
    }

    private static Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CharacterReferences.class.getResourceAsStream("entities.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    named.put(
                            line.substring(0, space),
                            Character.toString(Integer.parseInt(line.substring(space + 1), 16)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.copyOf(named);
    }
}
