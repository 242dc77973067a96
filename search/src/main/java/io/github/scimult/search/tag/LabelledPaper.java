package io.github.scimult.search.tag;

import io.github.scimult.core.text.SegmentedText;
import java.util.Set;

/**
 * A paper with the labels assigned to it.
 *
 * @param id in the collection
 * @param labels their ids
 */
record LabelledPaper(String id, SegmentedText text, Set<String> labels) {
    LabelledPaper {
        labels = Set.copyOf(labels);
    }
}
