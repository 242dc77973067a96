package io.github.scimult.search.tag;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.io.IOException;
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

    /** As a paper for which labels are wanted; it is no evidence for its own. @param vector (d) see {@link #vector} */
    PaperToLabel asked(float[] vector) {
        return PaperToLabel.of(text, vector, Set.of(id));
    }

    /** (d) its embedding for classification, which an index need not have. */
    float[] vector(LiteratureIndex index) throws IOException {
        return index.classificationVector(id).orElseGet(() -> index.classificationVector(text));
    }
}
