package io.github.scimult.core.record;

import io.github.scimult.core.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code metadata} of a paper, names without markup: what is of another type than expected is no error, it is kept among the rest. */
final class MetadataFormat {
    private MetadataFormat() {}

    /**
     * @param metadata the value of that field, whatever it is
     * @param unknown the paper's other fields; a field of the metadata goes before one of the same name here
     */
    static PaperMetadata read(Object metadata, Map<String, Object> unknown) {
        Map<String, Object> rest = new LinkedHashMap<>(unknown);
        if (metadata instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> rest.put((String) name, value));
        } else if (metadata != null) {
            rest.put("metadata", metadata);
        }
        if (rest.isEmpty()) {
            return PaperMetadata.NONE;
        }
        Integer year = takeYear(rest);
        String venue = takeVenue(rest);
        List<String> authors =
                takeTexts(rest, "authors").stream().map(PlainText::of).toList();
        return new PaperMetadata(year, venue, authors, takeTexts(rest, "references"), rest);
    }

    private static Integer takeYear(Map<String, Object> rest) {
        Object value = rest.get("year");
        Integer year = switch (value) {
            case Integer number -> number;
            case String text when text.matches("[0-9]{1,4}") -> Integer.valueOf(text);
            case null, default -> null;
        };
        if (year != null || value == null || value.equals("")) {
            rest.remove("year");
        }
        return year;
    }

    private static String takeVenue(Map<String, Object> rest) {
        Object value = rest.get("venue");
        if (value == null || value instanceof String) {
            rest.remove("venue");
        }
        return value instanceof String venue ? PlainText.of(venue) : "";
    }

    private static List<String> takeTexts(Map<String, Object> rest, String field) {
        Object value = rest.get(field);
        boolean areTexts = value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (value == null || areTexts) {
            rest.remove(field);
        }
        return areTexts ? ((List<?>) value).stream().map(String.class::cast).toList() : List.of();
    }
}
