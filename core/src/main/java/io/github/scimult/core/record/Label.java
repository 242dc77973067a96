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
 * @param notation its code in a classification, such as {@code 025.4}; may be empty
 */
public record Label(
        String id, String name, String definition, List<String> synonyms, List<String> parents, String notation)
        implements CollectionRecord {
    public Label {
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
    }

    /** A label without a notation. */
    public Label(String id, String name, String definition, List<String> synonyms, List<String> parents) {
        this(id, name, definition, synonyms, parents, "");
    }

    /** A label outside any hierarchy. */
    public Label(String id, String name, String definition) {
        this(id, name, definition, List.of(), List.of());
    }

    /** This label with a code in a classification. */
    public Label withNotation(String code) {
        return new Label(id, name, definition, synonyms, parents, code);
    }

    /** This label below others in a hierarchy, in place of those it had. */
    public Label below(List<String> others) {
        return new Label(id, name, definition, synonyms, others, notation);
    }

    /** {@code name [SEP] definition}. */
    @Override
    public SegmentedText segments() {
        return SegmentedText.of(name, definition);
    }
}
