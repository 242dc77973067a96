package io.github.scimult.search.index;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;

/**
 * A question that papers answer.
 *
 * <pre>{@code
 * PaperQuestion.of(Task.SEARCH, SegmentedText.of("graph drawing")).most(20).wordWeight(0)
 * }</pre>
 *
 * @param task whose vectors are compared: search for a query, link for a paper's text
 * @param text what is asked
 * @param filter what papers may answer
 * @param most how many at most
 * @param wordWeight weight of BM25 beside the vectors; 0 for vectors alone, {@link Double#POSITIVE_INFINITY} for words alone
 */
public record PaperQuestion(Task task, SegmentedText text, SearchFilter filter, int most, double wordWeight) {
    /** The weight that evaluations use, too. */
    public static final double WORD_WEIGHT = 0.2;

    public PaperQuestion {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 answer must be asked for, not " + most);
        }
        if (!(wordWeight >= 0)) {
            throw new IllegalArgumentException("the weight of words is at least 0, not " + wordWeight);
        }
    }

    /** Ten answers out of all papers, by words and vectors. */
    public static PaperQuestion of(Task task, SegmentedText text) {
        return new PaperQuestion(task, text, SearchFilter.NONE, 10, WORD_WEIGHT);
    }

    /** The same, out of some papers. */
    public PaperQuestion among(SearchFilter newFilter) {
        return new PaperQuestion(task, text, newFilter, most, wordWeight);
    }

    /** The same, with so many answers. */
    public PaperQuestion most(int newMost) {
        return new PaperQuestion(task, text, filter, newMost, wordWeight);
    }

    /** The same, with another weight of the words. */
    public PaperQuestion wordWeight(double newWeight) {
        return new PaperQuestion(task, text, filter, most, newWeight);
    }
}
