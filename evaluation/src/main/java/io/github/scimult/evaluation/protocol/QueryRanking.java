package io.github.scimult.evaluation.protocol;

import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Candidates ranked for queries; of two equal scores the earlier one in its file comes first. */
final class QueryRanking {
    static final int[] CUTOFFS = {20, 50, 100};

    private final List<String> ids;
    private final Map<String, Integer> rows = new HashMap<>();
    private final EmbeddingMatrix candidates;
    private final int[] places;

    QueryRanking(List<String> ids, EmbeddingMatrix candidates) {
        this.ids = ids;
        this.candidates = candidates;
        this.places = IntStream.range(0, ids.size()).toArray();
        for (int row = 0; row < ids.size(); row++) {
            rows.put(ids.get(row), row);
        }
    }

    /** A candidate's row; −1 if there is none of this id. */
    int row(String id) {
        return rows.getOrDefault(id, -1);
    }

    int[] places() {
        return places;
    }

    /** Looks at one query's scores. */
    interface Look {
        void at(int query, float[] scores);
    }

    void forEach(float[][] queries, Look look) {
        new DenseScorer(candidates).forEach(queries, look::at);
    }

    Ranking top(float[] scores, int depth) {
        return TopK.of(scores, places, depth);
    }

    /** Recall among the first 20, 50 and 100; what is relevant but no candidate counts as missed. */
    double[] recalls(Ranking ranking, List<String> gold) {
        Set<String> wanted = new HashSet<>(gold);
        double[] recalls = new double[CUTOFFS.length];
        for (int cutoff = 0; cutoff < CUTOFFS.length; cutoff++) {
            int found = 0;
            for (int rank = 0; rank < Math.min(CUTOFFS[cutoff], ranking.size()); rank++) {
                found += wanted.contains(ids.get(ranking.rows()[rank])) ? 1 : 0;
            }
            recalls[cutoff] = (double) found / wanted.size();
        }
        return recalls;
    }
}
