package io.github.scimult.search.fusion;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.search.record.SearchHit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The papers that a query considers: the best by BM25 and the best by vectors, each with the exact scores of both.
 *
 * @param lexical by BM25
 * @param dense by vectors
 * @param similarity of the vectors
 */
public record FoundPapers(ScoredPapers lexical, ScoredPapers dense, Similarity similarity) {
    /** All in one order. */
    public List<RankedPaper> inOrder(Fusion fusion) {
        int[] documents = documents(fusion);
        float[] model = new float[documents.length];
        float[] words = new float[documents.length];
        boolean byRanks = fusion.kind() == Fusion.Kind.RECIPROCAL_RANK;
        for (int i = 0; i < documents.length; i++) {
            SearchHit.Side ofDense = dense.of(documents[i]);
            SearchHit.Side ofLexical = lexical.of(documents[i]);
            // By ranks counts alone what a side has found.
            model[i] = byRanks && ofDense.rank() == 0 ? Float.NEGATIVE_INFINITY : product(ofDense.score());
            words[i] = byRanks && ofLexical.rank() == 0 ? 0 : ofLexical.score();
        }
        int[] places = IntStream.range(0, documents.length).toArray();
        double[] fused = fusion.fuse(model, words, places);
        return IntStream.range(0, documents.length)
                .filter(i -> fused[i] != Double.NEGATIVE_INFINITY)
                .mapToObj(
                        i -> new RankedPaper(documents[i], fused[i], lexical.of(documents[i]), dense.of(documents[i])))
                .sorted(Comparator.comparingDouble(RankedPaper::score)
                        .reversed()
                        .thenComparingInt(RankedPaper::document))
                .toList();
    }

    /** Ascending; for BM25 alone or vectors alone those of the one side. */
    private int[] documents(Fusion fusion) {
        IntStream ofLexical = fusion.weight() == 0 ? IntStream.empty() : lexical.ranked();
        IntStream ofDense = Double.isInfinite(fusion.weight()) ? IntStream.empty() : dense.ranked();
        return IntStream.concat(ofLexical, ofDense).sorted().distinct().toArray();
    }

    /** The dot product that Lucene made a score of. */
    private float product(float score) {
        if (dense.isEmpty()) {
            return 0;
        }
        if (similarity == Similarity.COSINE) {
            return 2 * score - 1;
        }
        return score < 1 ? 1 - 1 / score : score - 1;
    }
}
