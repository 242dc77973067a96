package io.github.scimult.search.index;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;

/**
 * A question that papers answer.
 *
 * <pre>{@code
 * PaperQuery.of(Task.SEARCH, SegmentedText.of("graph drawing")).most(20).wordWeight(0)
 * }</pre>
 *
 * @param task whose vectors are compared: search for a query, link for a paper's text
 * @param text what is asked
 * @param filter what papers may answer
 * @param most how many at most
 * @param wordWeight weight of BM25 beside the vectors; 0 for vectors alone, {@link Double#POSITIVE_INFINITY} for words alone, null
 *     for {@linkplain FusionWeights the index's own}
 * @param byRanks whether both sides are put in one order by places alone (reciprocal rank fusion), whatever the weight, unless it is
 *     0 or infinite
 * @param diversity in [0, 1]: how much an answer's likeness to those before it counts against it; 0 for by score alone
 */
public record PaperQuery(
        Task task,
        SegmentedText text,
        SearchFilter filter,
        int most,
        Double wordWeight,
        boolean byRanks,
        double diversity) {
    public PaperQuery {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 answer must be asked for, not " + most);
        }
        if (wordWeight != null && !(wordWeight >= 0)) {
            throw new IllegalArgumentException("the weight of words is at least 0, not " + wordWeight);
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new IllegalArgumentException("diversity is between 0 and 1, not " + diversity);
        }
    }

    /** Ten answers out of all papers, by words and vectors. */
    public static PaperQuery of(Task task, SegmentedText text) {
        return new PaperQuery(task, text, SearchFilter.NONE, 10, null, false, 0);
    }

    /** The same, out of some papers. */
    public PaperQuery among(SearchFilter newFilter) {
        return new PaperQuery(task, text, newFilter, most, wordWeight, byRanks, diversity);
    }

    /** The same, with so many answers. */
    public PaperQuery most(int newMost) {
        return new PaperQuery(task, text, filter, newMost, wordWeight, byRanks, diversity);
    }

    /** The same, with another weight of the words. */
    public PaperQuery wordWeight(double newWeight) {
        return new PaperQuery(task, text, filter, most, newWeight, byRanks, diversity);
    }

    /** The same, with words and vectors put in one order by places alone, or not. */
    public PaperQuery byRanks(boolean nowByRanks) {
        return new PaperQuery(task, text, filter, most, wordWeight, nowByRanks, diversity);
    }

    /** The same, with answers that are less like each other. */
    public PaperQuery diversity(double newDiversity) {
        return new PaperQuery(task, text, filter, most, wordWeight, byRanks, newDiversity);
    }

    /** The same, with another weight of the words unless it is null. */
    public PaperQuery wordWeightIfGiven(Double newWeight) {
        return newWeight == null ? this : wordWeight((double) newWeight);
    }
}
