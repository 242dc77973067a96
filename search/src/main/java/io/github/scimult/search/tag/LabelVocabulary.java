package io.github.scimult.search.tag;

import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.name.NameCoverage;
import io.github.scimult.search.tag.name.NameEvidence;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of an index, in memory.
 *
 * @param revision of the index's labels
 * @param labels by their ids
 * @param names finds them in texts
 * @param coverage finds parts of their names in texts
 */
record LabelVocabulary(int revision, Map<String, IndexedLabel> labels, NameEvidence names, NameCoverage coverage) {
    static LabelVocabulary of(LiteratureIndex index) throws IOException {
        int revision = index.labelRevision();
        List<IndexedLabel> all = index.labels();
        Map<String, IndexedLabel> labels = new LinkedHashMap<>();
        all.forEach(label -> labels.put(label.id(), label));
        return new LabelVocabulary(revision, labels, new NameEvidence(all), new NameCoverage(all));
    }

    LabelHierarchy hierarchy() {
        return new LabelHierarchy(labels);
    }
}
