package io.github.scimult.core.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON can say, by an escape, half of a surrogate pair; no encoding can write it down, so tokenizers and writers would
 * fail on it far from here. It becomes U+FFFD, as in every decoder.
 */
public final class WellFormedText {
    private WellFormedText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** The same for every text within a value: text, number, boolean, null, list or map. */
    public static Object ofAny(Object value) {
        return switch (value) {
            case String text -> of(text);
            case List<?> list -> list.stream().map(WellFormedText::ofAny).collect(Collectors.toList());
            case Map<?, ?> map -> {
                Map<String, Object> result = new LinkedHashMap<>();
                map.forEach((name, inner) -> result.put(of((String) name), ofAny(inner)));
                yield result;
            }
            case null, default -> value;
        };
    }
}
