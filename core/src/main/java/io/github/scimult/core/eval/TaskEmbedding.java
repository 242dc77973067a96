package io.github.scimult.core.eval;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.eval.retrieval.EmbeddingMatrix;
import io.github.scimult.core.text.SegmentedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The texts of a task as vectors of one encoder: each text goes through the encoder once, in pieces, so that only a piece
 * of the texts is in memory. A paper that is query and candidate of the same task has one vector for both.
 */
final class TaskEmbedding {
    private static final int TEXTS_A_PIECE = 512;

    private final RankingTask task;
    private final String name;
    private final TextEncoder encoder;
    private final EvaluationProgress progress;

    /**
     * An encoder at a task.
     *
     * @param name what the encoder is called where progress is told
     */
    TaskEmbedding(RankingTask task, String name, TextEncoder encoder, EvaluationProgress progress) {
        this.task = task;
        this.name = name;
        this.encoder = encoder;
        this.progress = progress;
    }

    EmbeddingMatrix candidates() {
        CandidateSet candidates = task.candidates();
        EmbeddingMatrix.Builder builder = new EmbeddingMatrix.Builder(encoder.dimension(), encoder.similarity());
        encode(candidates.kind(), candidates.size(), candidates.text(), (first, vectors) -> builder.add(vectors));
        return builder.build();
    }

    /**
     * The queries' vectors.
     *
     * @param candidates what {@link #candidates()} returned
     * @return (queries, dimension)
     */
    float[][] queries(EmbeddingMatrix candidates) {
        float[][] vectors = new float[task.queries().size()][];
        List<Integer> missing = new ArrayList<>();
        for (int query = 0; query < vectors.length; query++) {
            int own = task.queries().get(query).ownCandidate();
            if (own >= 0) {
                vectors[query] = candidates.row(own);
            } else {
                missing.add(query);
            }
        }
        encode(
                "queries",
                missing.size(),
                index -> task.text(task.queries().get(missing.get(index))),
                (first, piece) -> {
                    for (int i = 0; i < piece.length; i++) {
                        vectors[missing.get(first + i)] = piece[i];
                    }
                });
        return vectors;
    }

    private interface Sink {
        void accept(int first, float[][] vectors);
    }

    private void encode(String kind, int size, IntFunction<SegmentedText> text, Sink sink) {
        String stage = task.task() + ": " + kind + " through " + name;
        for (int first = 0; first < size; first += TEXTS_A_PIECE) {
            List<SegmentedText> piece = new ArrayList<>();
            for (int row = first; row < Math.min(size, first + TEXTS_A_PIECE); row++) {
                piece.add(text.apply(row));
            }
            float[][] vectors = encoder.encode(piece, task.task());
            if (vectors.length != piece.size()) {
                throw new IllegalStateException("the encoder " + encoder.name() + " gave " + vectors.length
                        + " vectors for " + piece.size() + " texts");
            }
            sink.accept(first, vectors);
            progress.update(stage, first + piece.size(), size);
        }
    }
}
