package io.github.scimult.core.record;

import io.github.scimult.core.text.SegmentedText;

/**
 * What somebody searched for: a line of {@code queries.jsonl}.
 *
 * @param id unique within the collection
 * @param text as it was typed
 */
public record Query(String id, String text) implements CollectionRecord {
    @Override
    public SegmentedText segments() {
        return SegmentedText.query(text);
    }
}
