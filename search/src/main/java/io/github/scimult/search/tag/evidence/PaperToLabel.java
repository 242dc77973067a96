package io.github.scimult.search.tag.evidence;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.Set;

/**
 * A paper for which labels are wanted.
 *
 * @param stems of its text
 * @param vector (d) its embedding for classification
 * @param excluded ids of papers whose labels are no evidence: the paper itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record PaperToLabel(SegmentedText text, StemmedText stems, float[] vector, Set<String> excluded) {
    /** Any text. */
    public static PaperToLabel of(SegmentedText text, float[] vector, Set<String> excluded) {
        return new PaperToLabel(text, StemmedText.of(text), vector, excluded);
    }
}
