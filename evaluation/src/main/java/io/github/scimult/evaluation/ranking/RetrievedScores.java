package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a retriever finds, as scores of all candidates: the first has the highest, what is not found has negative infinity.
 *
 * @param candidates by id
 */
record RetrievedScores(RankingTask task, CandidateRetriever retriever, Map<String, Integer> candidates) {
    /** So deep are rankings looked at by the measures that look deepest. */
    private static final int DEPTH = 1_000;

    static RetrievedScores of(RankingTask task, CandidateRetriever retriever) {
        String[] ids = task.candidates().ids();
        Map<String, Integer> candidates = HashMap.newHashMap(ids.length);
        for (int candidate = 0; candidate < ids.length; candidate++) {
            candidates.put(ids[candidate], candidate);
        }
        return new RetrievedScores(task, retriever, candidates);
    }

    /** @param scores (candidates), is filled */
    void score(JudgedQuery query, float[] scores) {
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        Set<String> own = query.ownCandidate() < 0 ? Set.of() : Set.of(query.id());
        List<String> found = find(task.text(query), own);
        for (int rank = 0; rank < found.size(); rank++) {
            Integer candidate = candidates.get(found.get(rank));
            if (candidate != null) {
                scores[candidate] = found.size() - rank;
            }
        }
    }

    private List<String> find(SegmentedText text, Set<String> without) {
        try {
            return retriever.find(task.task(), text, without, Math.min(DEPTH, candidates.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
