package io.github.scimult.core.record;

import io.github.scimult.core.text.SegmentedText;

/**
 * A paper: a line of {@code corpus.jsonl}.
 *
 * @param id unique within the collection
 * @param title may be empty
 * @param text the abstract; may be empty
 * @param metadata what else is known of it
 */
public record Paper(String id, String title, String text, PaperMetadata metadata) implements CollectionRecord {
    /** A paper of which nothing but its text is known. */
    public Paper(String id, String title, String text) {
        this(id, title, text, PaperMetadata.NONE);
    }

    /** {@code title [SEP] abstract}. */
    @Override
    public SegmentedText segments() {
        return SegmentedText.of(title, text);
    }
}
