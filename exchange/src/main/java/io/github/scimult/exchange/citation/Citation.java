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
    public Citation {
        keywords = List.copyOf(keywords);
    }
}
