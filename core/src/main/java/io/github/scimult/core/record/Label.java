package io.github.scimult.core.record;

import io.github.scimult.core.text.SegmentedText;
import java.util.List;

/**
 * A label that papers can carry: a line of {@code labels.jsonl}.
 *
 * @param id unique within the collection
 * @param name what people call it
 * @param definition what it means; may be empty
 * @param synonyms further names
 * @param parents ids of the labels above it in a hierarchy
 */
public record Label(String id, String name, String definition, List<String> synonyms, List<String> parents)
        implements CollectionRecord {
    public Label {
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
    }

    /** A label outside any hierarchy. */
    public Label(String id, String name, String definition) {
        this(id, name, definition, List.of(), List.of());
    }

    /** {@code name [SEP] definition}. */
    @Override
    public SegmentedText segments() {
        return SegmentedText.of(name, definition);
    }
}
