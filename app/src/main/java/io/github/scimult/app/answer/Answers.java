package io.github.scimult.app.answer;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.trec.Utf8Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks a collection's candidates for queries of one task: labels for a paper, papers that it might cite, papers for a search
 * query. The candidates are embedded once, when the object is made; each query then costs one text.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Answers answers = Answers.of(collection, Task.SEARCH, encoder);
 * List<Integer> papers = answers.best(SegmentedText.query("shrink a network so it runs on a phone"), 5);
 * }</pre>
 */
public final class Answers {
    private static final int TEXTS_A_PIECE = 1024;

    private final Task task;
    private final TextEncoder encoder;
    private final int[] rows; // (candidates) in the collection
    private final int[] places; // (candidates): of two equal scores, which comes first
    private final DenseScorer scorer;

    private Answers(Task task, TextEncoder encoder, int[] rows, int[] places, EmbeddingMatrix candidates) {
        this.task = task;
        this.encoder = encoder;
        this.rows = rows;
        this.places = places;
        this.scorer = new DenseScorer(candidates);
    }

    /** A ranking of all labels, or all papers. */
    public static Answers of(LiteratureCollection collection, Task task, TextEncoder encoder) {
        int size = candidates(collection, task).size();
        return of(collection, task, encoder, IntStream.range(0, size).toArray());
    }

    /**
     * A ranking of some labels or papers.
     *
     * @param rows of the collection's labels or papers, as the task's family says
     * @param encoder is used until the last query, and closed by the caller
     */
    public static Answers of(LiteratureCollection collection, Task task, TextEncoder encoder, int[] rows) {
        RecordStore<? extends CollectionRecord> store = candidates(collection, task);
        EmbeddingMatrix.Builder builder = new EmbeddingMatrix.Builder(encoder.dimension(), encoder.similarity());
        for (int first = 0; first < rows.length; first += TEXTS_A_PIECE) {
            List<SegmentedText> piece = new ArrayList<>();
            for (int row : Arrays.copyOfRange(rows, first, Math.min(rows.length, first + TEXTS_A_PIECE))) {
                piece.add(store.get(row).segments());
            }
            builder.add(encoder.encode(piece, task));
        }
        String[] ids = Arrays.stream(rows).mapToObj(store::id).toArray(String[]::new);
        return new Answers(task, encoder, rows.clone(), Utf8Order.descendingPlaces(ids), builder.build());
    }

    /** The labels of a collection for classification, else its papers. */
    static RecordStore<? extends CollectionRecord> candidates(LiteratureCollection collection, Task task) {
        return task.family() == TaskFamily.CLASSIFICATION ? collection.labels() : collection.papers();
    }

    /** The best candidates for a text: rows of the collection's labels or papers, best first. */
    public List<Integer> best(SegmentedText text, int count) {
        return best(text, count, -1);
    }

    /** The best candidates for a query of the collection; a paper is no result for itself. */
    public List<Integer> best(Question question, int count) {
        return best(question.asked().segments(), count, question.excluded());
    }

    private List<Integer> best(SegmentedText text, int count, int excluded) {
        float[][] scores = new float[1][rows.length];
        scorer.score(encoder.encode(List.of(text), task), scores);
        for (int candidate = 0; candidate < rows.length; candidate++) {
            if (rows[candidate] == excluded) {
                scores[0][candidate] = Float.NEGATIVE_INFINITY;
            }
        }
        Ranking ranked = TopK.of(scores[0], places, count);
        return Arrays.stream(ranked.rows())
                .mapToObj(candidate -> rows[candidate])
                .toList();
    }
}
