package io.github.scimult.evaluation.metric;

/**
 * What a measure sees of one query: the grades of the retrieved documents from the top, and all grades that judges gave
 * for the query, whether the document was retrieved or not.
 *
 * <p>A document is relevant if its grade is at least {@code relevanceLevel}; nDCG looks at the grades themselves, so the
 * level is nothing to it. The arrays are not copied and must not change.
 *
 * @param retrieved grades in rank order; {@link #UNJUDGED} where no judge has seen the document
 * @param judged all grades of the query, in any order
 * @param relevanceLevel the lowest relevant grade, at least 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record JudgedRanking(int[] retrieved, int[] judged, int relevanceLevel) {
    /** The mark of a document without judgement: counts neither as relevant nor as judged irrelevant. */
    public static final int UNJUDGED = Integer.MIN_VALUE;

    public JudgedRanking {
        if (relevanceLevel < 1) {
            throw new IllegalArgumentException("the relevance level is at least 1, not " + relevanceLevel);
        }
    }

    /** A ranking in which every grade above 0 is relevant. */
    public JudgedRanking(int[] retrieved, int[] judged) {
        this(retrieved, judged, 1);
    }

    /** The number of relevant documents, retrieved or not. */
    public int relevant() {
        int count = 0;
        for (int grade : judged) {
            count += grade >= relevanceLevel ? 1 : 0;
        }
        return count;
    }

    /** The number of documents that were judged and found irrelevant; negative grades count as not judged. */
    public int judgedIrrelevant() {
        int count = 0;
        for (int grade : judged) {
            count += grade >= 0 && grade < relevanceLevel ? 1 : 0;
        }
        return count;
    }

    /** The number of relevant documents among the first {@code cutoff} retrieved. */
    public int relevantRetrieved(int cutoff) {
        int count = 0;
        for (int rank = 0; rank < Math.min(cutoff, retrieved.length); rank++) {
            count += isRelevantAt(rank) ? 1 : 0;
        }
        return count;
    }

    /** The rank of the first relevant document, from 1; 0 where none was retrieved. */
    public int firstRelevant() {
        for (int rank = 0; rank < retrieved.length; rank++) {
            if (isRelevantAt(rank)) {
                return rank + 1;
            }
        }
        return 0;
    }

    boolean isRelevantAt(int rank) {
        return retrieved[rank] >= relevanceLevel;
    }

    boolean isJudgedIrrelevantAt(int rank) {
        return retrieved[rank] >= 0 && retrieved[rank] < relevanceLevel;
    }
}
