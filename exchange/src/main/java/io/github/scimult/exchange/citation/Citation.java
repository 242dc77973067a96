package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.util.List;

/**
 * A paper as a reference manager has it.
 *
 * @param paper with what is known of it
 * @param keywords by name, in the file's order; of PubMed the MeSH descriptors
 * @param line where its record begins, from 1
 */
public record Citation(Paper paper, List<String> keywords, long line) {
    private static final String UNNAMED = "entry-";

    public Citation {
        keywords = List.copyOf(keywords);
    }

    /** The id of a record that has none of its own: its number among those that were read. */
    public static String unnamed(int number) {
        return UNNAMED + number;
    }

    /** Whether the paper's id is such a number. */
    public boolean isUnnamed() {
        return paper.id().matches(UNNAMED + "\\d+");
    }
}
