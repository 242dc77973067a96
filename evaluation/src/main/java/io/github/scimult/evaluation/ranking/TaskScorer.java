package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.LexicalScorer;
import io.github.scimult.evaluation.task.RankingTask;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The scores that encoders, lexical systems and retrievers give all candidates for the queries of a task. */
public final class TaskScorer {
    private final RankingTask task;
    private final CandidateIndex index;
    private final boolean removeQueryPaper;
    private final Map<String, float[][]> queryVectors = new HashMap<>();

    /** Embeds the queries. */
    public TaskScorer(RankingTask task, CandidateIndex index, boolean removeQueryPaper, EvaluationProgress progress) {
        this.task = task;
        this.index = index;
        this.removeQueryPaper = removeQueryPaper;
        for (RankingSystem system : index.systems()) {
            if (system instanceof RankingSystem.Encoder encoder) {
                queryVectors.put(
                        encoder.name(),
                        new TaskEmbedding(task, encoder, index.papers(encoder), progress)
                                .queries(index.embeddings(encoder)));
            }
        }
    }

    RankingTask task() {
        return task;
    }

    /** How many queries are best scored at once. */
    public int groupSize() {
        return DenseScorer.groupSize(task.candidates().size());
    }

    /**
     * Scores a few queries in this thread.
     *
     * @return (systems, to − from, candidates); nothing for fused systems; negative infinity where the query's own paper
     *     is no candidate
     */
    float[][][] score(int from, int to) {
        float[][][] scores = new float[index.systems().size()][][];
        for (int system = 0; system < scores.length; system++) {
            scores[system] = score(index.systems().get(system), from, to);
            if (removeQueryPaper) {
                removeQueryPapers(scores[system], from);
            }
        }
        return scores;
    }

    private float[][] score(RankingSystem system, int from, int to) {
        return switch (system) {
            case RankingSystem.Encoder encoder -> {
                float[][] scores = new float[to - from][task.candidates().size()];
                float[][] queries = Arrays.copyOfRange(queryVectors.get(encoder.name()), from, to);
                new DenseScorer(index.embeddings(encoder)).score(queries, scores);
                yield scores;
            }
            case RankingSystem.Lexical lexical -> {
                float[][] scores = new float[to - from][task.candidates().size()];
                LexicalScorer scorer = index.scorer(lexical);
                for (int query = from; query < to; query++) {
                    scorer.score(task.text(task.queries().get(query)).plain(), scores[query - from]);
                }
                yield scores;
            }
            case RankingSystem.Retriever retriever -> {
                float[][] scores = new float[to - from][task.candidates().size()];
                RetrievedScores retrieved = index.retrieved(retriever);
                for (int query = from; query < to; query++) {
                    retrieved.score(task.queries().get(query), scores[query - from]);
                }
                yield scores;
            }
            case RankingSystem.Fused fused -> new float[0][];
        };
    }

    private void removeQueryPapers(float[][] scores, int from) {
        for (int i = 0; i < scores.length; i++) {
            int own = task.queries().get(from + i).ownCandidate();
            if (own >= 0) {
                scores[i][own] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
