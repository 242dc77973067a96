package io.github.scimult.search.tag.evidence;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.Optional;
import java.util.Set;

/**
 * A paper for which labels are wanted.
 *
 * @param stems of its text
 * @param indexed the id under which the index has its vector; empty for a text that is to be embedded
 * @param excluded ids of papers whose labels are no evidence: the paper itself
 */
public record PaperToLabel(SegmentedText text, StemmedText stems, Optional<String> indexed, Set<String> excluded) {
    /** Any text. */
    public static PaperToLabel of(SegmentedText text, Set<String> excluded) {
        return new PaperToLabel(text, StemmedText.of(text), Optional.empty(), excluded);
    }

    /** A paper of the index, which is no evidence for its own labels. */
    public static PaperToLabel indexed(String id, SegmentedText text) {
        return new PaperToLabel(text, StemmedText.of(text), Optional.of(id), Set.of(id));
    }
}
