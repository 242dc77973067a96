package io.github.scimult.server.message.embedding;

import io.github.scimult.core.text.TextRole;
import java.util.List;
import java.util.Optional;

/** What clients of other servers call the two roles of texts: the names of prompts, and Cohere's and others' kinds of input. */
final class InputRole {
    private static final List<String> QUERIES = List.of("query", "search_query");
    private static final List<String> DOCUMENTS = List.of("document", "passage", "search_document");

    private InputRole() {}

    /** The role of a name; empty if it is that of none. */
    static Optional<TextRole> named(String name) {
        return QUERIES.contains(name)
                ? Optional.of(TextRole.QUERY)
                : DOCUMENTS.contains(name) ? Optional.of(TextRole.DOCUMENT) : Optional.empty();
    }

    /**
     * The role of a name that must be one.
     *
     * @param field that has it
     * @throws IllegalArgumentException if it is none
     */
    static TextRole required(String field, String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException("'" + field + "' is '" + name
                        + "', expected query (or search_query) for what is searched with, "
                        + "document (or passage, search_document) for papers and labels"));
    }
}
