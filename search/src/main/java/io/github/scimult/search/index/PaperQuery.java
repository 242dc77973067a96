package io.github.scimult.search.index;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;

/**
 * A query for papers.
 *
 * <pre>{@code
 * PaperQuery.of(Task.SEARCH, SegmentedText.of("graph drawing")).limit(20).bm25Weight(0)
 * }</pre>
 *
 * @param task whose vectors are compared: search for a query, link for a paper's text
 * @param filter what papers may be results
 * @param limit the maximum number of results
 * @param bm25Weight of BM25 in the fusion with dense retrieval; 0 for dense alone, {@link Double#POSITIVE_INFINITY} for BM25 alone,
 *     null for {@linkplain FusionWeights the index's own}
 * @param byRanks whether reciprocal rank fusion is used, whatever the weight, unless it is 0 or infinite
 * @param diversity in [0, 1]: how much a result's similarity to those before it counts against it; 0 for by score alone
 */
public record PaperQuery(
        Task task,
        SegmentedText text,
        SearchFilter filter,
        int limit,
        Double bm25Weight,
        boolean byRanks,
        double diversity) {
    public PaperQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("at least 1 result must be asked for, not " + limit);
        }
        if (bm25Weight != null && !(bm25Weight >= 0)) {
            throw new IllegalArgumentException("the BM25 weight is at least 0, not " + bm25Weight);
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new IllegalArgumentException("diversity is between 0 and 1, not " + diversity);
        }
    }

    /** A hybrid query for ten results out of all papers. */
    public static PaperQuery of(Task task, SegmentedText text) {
        return new PaperQuery(task, text, SearchFilter.NONE, 10, null, false, 0);
    }

    /** The same, out of some papers. */
    public PaperQuery among(SearchFilter newFilter) {
        return new PaperQuery(task, text, newFilter, limit, bm25Weight, byRanks, diversity);
    }

    /** The same, with another maximum number of results. */
    public PaperQuery limit(int newLimit) {
        return new PaperQuery(task, text, filter, newLimit, bm25Weight, byRanks, diversity);
    }

    /** The same, with another weight of BM25. */
    public PaperQuery bm25Weight(double newWeight) {
        return new PaperQuery(task, text, filter, limit, newWeight, byRanks, diversity);
    }

    /** The same, with reciprocal rank fusion, or without. */
    public PaperQuery byRanks(boolean nowByRanks) {
        return new PaperQuery(task, text, filter, limit, bm25Weight, nowByRanks, diversity);
    }

    /** The same, with results that are less similar to each other. */
    public PaperQuery diversity(double newDiversity) {
        return new PaperQuery(task, text, filter, limit, bm25Weight, byRanks, newDiversity);
    }

    /** The same, with another weight of BM25 unless it is null. */
    public PaperQuery bm25WeightIfGiven(Double newWeight) {
        return newWeight == null ? this : bm25Weight((double) newWeight);
    }
}
