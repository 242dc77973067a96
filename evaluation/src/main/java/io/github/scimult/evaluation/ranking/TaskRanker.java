package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.core.text.LabelNameMatcher;
import io.github.scimult.evaluation.task.RankingTask;
import java.util.Map;
import java.util.Optional;

/** From the scores of a task's queries to every system's ranking. Safe for use by many threads. */
public final class TaskRanker {
    private final TaskScorer scorer;
    private final CandidateIndex index;
    private final Map<String, Fusion> fusions;
    private final Optional<LabelNameMatcher> names;
    private final int depth;

    /**
     * A ranker.
     *
     * @param fusions by name of the fused system
     * @param names what to match; empty if names are not matched
     */
    public TaskRanker(
            TaskScorer scorer,
            CandidateIndex index,
            Map<String, Fusion> fusions,
            Optional<LabelNameMatcher> names,
            int depth) {
        this.scorer = scorer;
        this.index = index;
        this.fusions = fusions;
        this.names = names;
        this.depth = depth;
    }

    /**
     * Ranks for a few queries.
     *
     * @return (to − from, systems)
     */
    public QueryRankings[][] rank(int from, int to) {
        float[][][] scores = scorer.score(from, to);
        QueryRankings[][] rankings =
                new QueryRankings[to - from][index.systems().size()];
        float[] fused = new float[places().length];
        for (int query = from; query < to; query++) {
            int[] first = matchingNames(query);
            for (int system = 0; system < index.systems().size(); system++) {
                rankings[query - from][system] = rank(system, scores, query - from, first, fused);
            }
        }
        return rankings;
    }

    private int[] matchingNames(int query) {
        RankingTask task = scorer.task();
        return names.map(known -> known.in(task.text(task.queries().get(query))))
                .orElse(new int[0]);
    }

    private QueryRankings rank(int system, float[][][] scores, int query, int[] first, float[] fused) {
        return switch (index.systems().get(system)) {
            case RankingSystem.Encoder encoder -> rankings(scores[system][query], first, false);
            case RankingSystem.Lexical lexical -> rankings(scores[system][query], first, true);
            case RankingSystem.Retriever retriever -> rankings(scores[system][query], first, false);
            case RankingSystem.Fused(String name, String encoder, String lexical, boolean _) -> {
                float[] model = scores[index.position(encoder)][query];
                float[] words = scores[index.position(lexical)][query];
                fusions.get(name).fuse(model, words, places(), fused);
                yield rankings(fused, first, false);
            }
        };
    }

    /** A lexical system has found only what shares a word with the query. */
    private QueryRankings rankings(float[] scores, int[] first, boolean foundOnly) {
        Ranking plain = TopK.of(scores, places(), depth);
        Ranking found = foundOnly ? plain.positive() : plain;
        return new QueryRankings(found, LabelNameBoost.rank(found, scores, places(), first, depth));
    }

    private int[] places() {
        return scorer.task().candidates().places();
    }
}
