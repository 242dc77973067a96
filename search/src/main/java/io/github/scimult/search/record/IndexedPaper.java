package io.github.scimult.search.record;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.text.SegmentedText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A paper as the index holds it.
 *
 * @param id in its collection
 * @param text the abstract
 * @param authors in their order
 * @param venue empty if unknown
 * @param year null if unknown
 * @param references ids of papers that it cites
 * @param labels ids of those assigned to it
 * @param other what else its metadata say, as in its collection: DOI, address, language
 */
public record IndexedPaper(
        String id,
        String title,
        String text,
        List<String> authors,
        String venue,
        Integer year,
        List<String> references,
        List<String> labels,
        Map<String, Object> other) {
    /** The text that an encoder reads. */
    public SegmentedText segments() {
        return SegmentedText.of(title, text);
    }

    /** As a record of a collection. */
    public Paper toPaper() {
        return new Paper(id, title, text, new PaperMetadata(year, venue, authors, references, other));
    }

    /** Ids of the paper itself and of what it cites. */
    public Set<String> known() {
        Set<String> known = new HashSet<>(references);
        known.add(id);
        return known;
    }
}
