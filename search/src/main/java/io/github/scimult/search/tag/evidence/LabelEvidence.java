package io.github.scimult.search.tag.evidence;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** A kind of evidence for labels. Safe for use by many threads. */
public interface LabelEvidence {
    /** Looks at a paper. */
    OnPaper on(PaperToLabel paper) throws IOException;

    /** What one kind of evidence says of one paper. */
    interface OnPaper {
        /** Ids of the labels that it proposes as candidates. */
        default Collection<String> candidates() {
            return List.of();
        }

        /** Describes any label, whether it was proposed or not. */
        void describe(String label, FeatureRow row);
    }
}
