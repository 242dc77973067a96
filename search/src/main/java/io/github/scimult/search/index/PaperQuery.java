package io.github.scimult.search.index;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.browse.PaperOrder;

/**
 * A query for papers.
 *
 * <pre>{@code
 * PaperQuery.of(Task.SEARCH, SegmentedText.query("graph drawing")).limit(20).bm25Weight(0)
 * }</pre>
 *
 * @param task whose vectors are compared: search for a query, link for a paper's text
 * @param filter what papers may be results
 * @param limit the maximum number of results
 * @param bm25Weight of BM25 in the fusion with dense retrieval; 0 for dense alone, {@link Double#POSITIVE_INFINITY} for BM25 alone,
 *     null for {@linkplain FusionWeights the index's own}
 * @param byRanks whether reciprocal rank fusion is used, whatever the weight, unless it is 0 or infinite
 * @param diversity in [0, 1]: how much a result's similarity to those before it counts against it; 0 for by score alone
 * @param duplicates whether every record of a paper is a result; else the best of them, with the number of the others
 * @param withoutAsked whether the text is a paper's, which is no result, nor is another record of it
 * @param offset the number of results that are passed over
 * @param order of the results. Other than by relevance, a query with words has its 200 most relevant papers in this order; a query of
 *     nothing but demands has all that meet them, and it alone may demand nothing
 */
public record PaperQuery(
        Task task,
        SegmentedText text,
        SearchFilter filter,
        int limit,
        Double bm25Weight,
        boolean byRanks,
        double diversity,
        boolean duplicates,
        boolean withoutAsked,
        int offset,
        PaperOrder order) {
    public PaperQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("at least 1 result must be asked for, not " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("the number of results passed over is at least 0, not " + offset);
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
        return new PaperQuery(task, text, SearchFilter.NONE, 10, null, false, 0, false, false, 0, PaperOrder.RELEVANCE);
    }

    /** The same, out of some papers. */
    public PaperQuery among(SearchFilter newFilter) {
        return new PaperQuery(
                task, text, newFilter, limit, bm25Weight, byRanks, diversity, duplicates, withoutAsked, offset, order);
    }

    /** The same, with another maximum number of results. */
    public PaperQuery limit(int newLimit) {
        return new PaperQuery(
                task, text, filter, newLimit, bm25Weight, byRanks, diversity, duplicates, withoutAsked, offset, order);
    }

    /** The same, with another weight of BM25. */
    public PaperQuery bm25Weight(double newWeight) {
        return new PaperQuery(
                task, text, filter, limit, newWeight, byRanks, diversity, duplicates, withoutAsked, offset, order);
    }

    /** The same, with reciprocal rank fusion, or without. */
    public PaperQuery byRanks(boolean nowByRanks) {
        return new PaperQuery(
                task, text, filter, limit, bm25Weight, nowByRanks, diversity, duplicates, withoutAsked, offset, order);
    }

    /** The same, with results that are less similar to each other. */
    public PaperQuery diversity(double newDiversity) {
        return new PaperQuery(
                task, text, filter, limit, bm25Weight, byRanks, newDiversity, duplicates, withoutAsked, offset, order);
    }

    /** The same, with every record of a paper as a result of its own, or without. */
    public PaperQuery duplicates(boolean withDuplicates) {
        return new PaperQuery(
                task, text, filter, limit, bm25Weight, byRanks, diversity, withDuplicates, withoutAsked, offset, order);
    }

    /** The same, without the paper whose text is asked with, whatever its id, and without other records of it, or with them. */
    public PaperQuery withoutAsked(boolean nowWithout) {
        return new PaperQuery(
                task, text, filter, limit, bm25Weight, byRanks, diversity, duplicates, nowWithout, offset, order);
    }

    /** The same, with another weight of BM25 unless it is null. */
    public PaperQuery bm25WeightIfGiven(Double newWeight) {
        return newWeight == null ? this : bm25Weight((double) newWeight);
    }

    /** The same, without the first results. */
    public PaperQuery offset(int newOffset) {
        return new PaperQuery(
                task, text, filter, limit, bm25Weight, byRanks, diversity, duplicates, withoutAsked, newOffset, order);
    }

    /** The same, with results in another order. */
    public PaperQuery order(PaperOrder newOrder) {
        return new PaperQuery(
                task, text, filter, limit, bm25Weight, byRanks, diversity, duplicates, withoutAsked, offset, newOrder);
    }

    /** The place behind the last result that is wanted, from 0. */
    int end() {
        return offset + limit;
    }
}
