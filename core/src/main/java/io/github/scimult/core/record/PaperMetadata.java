package io.github.scimult.core.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a paper beside its text.
 *
 * @param year of publication; null if unknown
 * @param venue journal or conference; empty if unknown
 * @param authors names in the paper's order
 * @param references ids of papers that it cites, of this collection or not
 * @param other fields that the layout does not name, as they stood in the file: text, numbers, booleans, lists, maps
 */
public record PaperMetadata(
        Integer year, String venue, List<String> authors, List<String> references, Map<String, Object> other) {
    /** Nothing is known. */
    public static final PaperMetadata NONE = new PaperMetadata(null, "", List.of(), List.of(), Map.of());

    public PaperMetadata {
        authors = List.copyOf(authors);
        references = List.copyOf(references);
        // Not Map.copyOf: a field may be null in the file, and the file's order is worth keeping.
        other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }
}
