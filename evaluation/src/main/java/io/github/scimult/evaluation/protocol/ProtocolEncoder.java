package io.github.scimult.evaluation.protocol;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.ranking.EvaluationProgress;
import java.util.List;
import java.util.function.Function;

/**
 * An encoder at one task of a protocol. Texts come as the authors join them: {@code [SEP]} in them is the special token.
 *
 * @param encoder gives the vectors
 * @param task chooses the expert
 * @param progress receives the progress
 */
record ProtocolEncoder(TextEncoder encoder, Task task, EvaluationProgress progress) {
    private static final int TEXTS_A_PIECE = 512;

    /** Of papers and labels: (texts, dimension) */
    float[][] vectors(List<String> texts) {
        return vectors(texts, SegmentedText::of);
    }

    /** Of what is searched with: (queries, dimension) */
    float[][] queryVectors(List<String> queries) {
        return vectors(queries, SegmentedText::query);
    }

    private float[][] vectors(List<String> texts, Function<String, SegmentedText> segmented) {
        float[][] vectors = new float[texts.size()][];
        for (int first = 0; first < vectors.length; first += TEXTS_A_PIECE) {
            int end = Math.min(vectors.length, first + TEXTS_A_PIECE);
            List<SegmentedText> piece =
                    texts.subList(first, end).stream().map(segmented).toList();
            float[][] some = encoder.encodeMarked(piece, task);
            System.arraycopy(some, 0, vectors, first, some.length);
            progress.update("texts", end, vectors.length);
        }
        return vectors;
    }

    EmbeddingMatrix matrix(float[][] vectors) {
        return EmbeddingMatrix.of(vectors, encoder.dimension(), encoder.similarity());
    }
}
