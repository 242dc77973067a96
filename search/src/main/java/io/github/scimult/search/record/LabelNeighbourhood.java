package io.github.scimult.search.record;

import io.github.scimult.core.task.Split;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.Set;

/**
 * What is near a paper for which labels are wanted.
 *
 * @param labels those with the nearest vectors, the nearest first
 * @param byVectors labelled papers with the nearest vectors for classification, the nearest first
 * @param byBm25 labelled papers that BM25 ranks first for the paper's text, the best first
 */
public record LabelNeighbourhood(List<LabelHit> labels, List<LabelledPaper> byVectors, List<LabelledPaper> byBm25) {
    public LabelNeighbourhood {
        labels = List.copyOf(labels);
        byVectors = List.copyOf(byVectors);
        byBm25 = List.copyOf(byBm25);
    }

    /**
     * A labelled paper.
     *
     * @param labels ids of those assigned to it
     * @param score Lucene's score, by which it was found
     */
    public record LabelledPaper(String id, List<String> labels, float score) {}

    /**
     * A paper in whose neighbourhood to look.
     *
     * @param vector of the text for classification
     * @param splits whose labelled papers may be neighbours
     * @param excluded ids of papers that may not
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Query(SegmentedText text, float[] vector, Set<Split> splits, Set<String> excluded) {}

    /**
     * How far to look.
     *
     * @param labels the maximum number of labels
     * @param papers the maximum number of papers, by vectors and by BM25 each
     */
    public record Size(int labels, int papers) {}
}
