package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.server.http.Range;
import io.github.scimult.server.http.ResultCount;
import java.util.Optional;

/** A search. */
public record SearchRequest(
        @JsonPropertyDescription("The query.") String q,

        @JsonPropertyDescription("The number of results; 10 if not given.") @ResultCount
        Optional<Integer> top,

        @JsonPropertyDescription("The earliest year.") @Range(min = 0, max = 9999)
        Optional<Integer> from,

        @JsonPropertyDescription("The latest year.") @Range(min = 0, max = 9999)
        Optional<Integer> to,

        @JsonPropertyDescription("Only papers of a venue with these words in its name.")
        Optional<String> venue,

        @JsonPropertyDescription(
                "Only papers of an author of this name, whole or in part: Müller, J. Müller, Jörg Müller, Mül*.")
        Optional<String> author,

        @JsonPropertyDescription("Only papers that carry the label of this id.")
        Optional<String> label,

        @JsonPropertyDescription(
                "The weight of BM25 in the fusion with dense retrieval, 0 for dense alone; if not given, what was tuned when the index was made, else 0.4.")
        @Formerly("wordWeight")
        @Range(min = 0, max = 1000)
        Optional<Double> bm25Weight,

        @JsonPropertyDescription("Whether every record of a paper is a result of its own; false if not given.")
        Optional<Boolean> duplicates) {
    public SearchRequest {
        requireSomeYear(from, to);
    }

    /** @throws IllegalArgumentException if no year lies between both */
    private static void requireSomeYear(Optional<Integer> from, Optional<Integer> to) {
        new SearchFilter(from.orElse(null), to.orElse(null), null, null, null);
    }

    /** A search for the default number of results out of all papers. */
    public SearchRequest(String q) {
        this(
                q,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
