package io.github.scimult.search.record;

import io.github.scimult.core.record.Label;
import java.util.List;

/**
 * A label as the index holds it.
 *
 * @param id in its collection
 * @param definition empty if it has none
 * @param synonyms further names
 * @param parents ids of the labels above it
 * @param notation its code in a classification; empty if it has none
 */
public record IndexedLabel(
        String id, String name, String definition, List<String> synonyms, List<String> parents, String notation) {
    /** A label without a notation. */
    public IndexedLabel(String id, String name, String definition, List<String> synonyms, List<String> parents) {
        this(id, name, definition, synonyms, parents, "");
    }

    /** As a record of a collection. */
    public Label toLabel() {
        return new Label(id, name, definition, synonyms, parents).withNotation(notation);
    }
}
