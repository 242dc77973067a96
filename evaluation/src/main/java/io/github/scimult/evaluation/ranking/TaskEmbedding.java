package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.task.CandidateSet;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The texts of a task as vectors of one encoder: each text goes through the encoder once unless its vector is known, in
 * pieces, so that only a piece of the texts is in memory. A paper that is query and candidate of the same task has one
 * vector for both.
 */
public final class TaskEmbedding {
    private static final int TEXTS_A_PIECE = 512;

    private final RankingTask task;
    private final String name;
    private final TextEncoder encoder;
    private final KnownVectors papers;
    private final EvaluationProgress progress;

    /**
     * An encoder at a task.
     *
     * @param system how the encoder is called where progress is shown
     * @param papers of the encoder
     */
    public TaskEmbedding(
            RankingTask task, RankingSystem.Encoder system, KnownVectors papers, EvaluationProgress progress) {
        this.task = task;
        this.name = system.name();
        this.encoder = system.encoder();
        this.papers = papers;
        this.progress = progress;
    }

    public EmbeddingMatrix candidates() {
        CandidateSet candidates = task.candidates();
        EmbeddingMatrix.Builder builder = new EmbeddingMatrix.Builder(encoder.dimension(), encoder.similarity());
        IntFunction<float[]> known =
                candidate -> task.candidatesArePapers() ? knownPaper(candidates.rows()[candidate]) : null;
        inPieces(
                new Texts(candidates.kind(), candidates.size(), known, candidates.text()),
                (first, vectors) -> builder.add(vectors));
        return builder.build();
    }

    /**
     * The queries' vectors.
     *
     * @param candidates what {@link #candidates()} returned
     * @return (queries, dimension)
     */
    public float[][] queries(EmbeddingMatrix candidates) {
        float[][] vectors = new float[task.queries().size()][];
        inPieces(
                new Texts(
                        "queries",
                        vectors.length,
                        query -> knownQuery(task.queries().get(query), candidates),
                        query -> task.text(task.queries().get(query))),
                (first, piece) -> System.arraycopy(piece, 0, vectors, first, piece.length));
        return vectors;
    }

    private float[] knownQuery(JudgedQuery query, EmbeddingMatrix candidates) {
        if (query.ownCandidate() >= 0) {
            return candidates.row(query.ownCandidate());
        }
        return task.queriesArePapers() ? knownPaper(query.row()) : null;
    }

    private float[] knownPaper(int row) {
        return papers.vector(task.task(), row).orElse(null);
    }

    /**
     * Texts that need vectors.
     *
     * @param kind what they are, for people
     * @param known a text's vector where it need not be computed, else null
     */
    private record Texts(String kind, int size, IntFunction<float[]> known, IntFunction<SegmentedText> text) {}

    private interface Sink {
        void accept(int first, float[][] vectors);
    }

    private void inPieces(Texts texts, Sink sink) {
        String stage = task.task() + ": " + texts.kind() + " through " + name;
        boolean computing = false;
        for (int first = 0; first < texts.size(); first += TEXTS_A_PIECE) {
            int end = Math.min(texts.size(), first + TEXTS_A_PIECE);
            float[][] piece = new float[end - first][];
            List<Integer> missing = new ArrayList<>();
            for (int i = 0; i < piece.length; i++) {
                piece[i] = texts.known().apply(first + i);
                if (piece[i] == null) {
                    missing.add(i);
                }
            }
            computing |= !missing.isEmpty();
            compute(texts, first, missing, piece);
            sink.accept(first, piece);
            if (computing) {
                progress.update(stage, end, texts.size());
            }
        }
    }

    private void compute(Texts texts, int first, List<Integer> missing, float[][] piece) {
        if (missing.isEmpty()) {
            return;
        }
        List<SegmentedText> unknown =
                missing.stream().map(i -> texts.text().apply(first + i)).toList();
        float[][] vectors =
                EncodedTexts.of(encoder, unknown, List.of(task.task())).get(task.task());
        for (int i = 0; i < vectors.length; i++) {
            piece[missing.get(i)] = vectors[i];
        }
    }
}
