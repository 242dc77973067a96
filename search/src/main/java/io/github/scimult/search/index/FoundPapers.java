package io.github.scimult.search.index;

import java.util.List;
import org.apache.lucene.search.ScoreDoc;

/**
 * What a question has found, the best first.
 *
 * @param words by BM25
 * @param vectors by the model
 */
@SuppressWarnings("ArrayRecordComponent")
record FoundPapers(ScoreDoc[] words, ScoreDoc[] vectors) {
    private static final ScoreDoc[] NOTHING = {};

    /** Both in one order; at a weight of 0 without what words have found, at infinity that alone. */
    List<HybridFusion.Place> inOrder(double weight) {
        return HybridFusion.byScores(
                weight == 0 ? NOTHING : words, Double.isInfinite(weight) ? NOTHING : vectors, weight);
    }

    /** Both in one order by their places alone. */
    List<HybridFusion.Place> inOrderOfRanks() {
        return HybridFusion.byRanks(words, vectors);
    }
}
