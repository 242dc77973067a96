package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.embedding.NumpyFile;
import io.github.scimult.core.task.Task;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The papers that have a vector in one of an encoder's spaces.
 *
 * @param task any one whose space it is
 * @param papers rows of the collection, ascending
 * @param vectors one a paper, in the same order
 */
@SuppressWarnings("ArrayRecordComponent")
record PaperSpace(Task task, int[] papers, NumpyFile vectors) implements AutoCloseable {
    static PaperSpace of(Task task, BitSet papers, NumpyFile vectors) {
        return new PaperSpace(task, papers.stream().toArray(), vectors);
    }

    /** A paper's vector; null if it has none. */
    float[] vector(int paper) {
        int place = Arrays.binarySearch(papers, paper);
        return place < 0 ? null : vectors.row(place);
    }

    @Override
    public void close() {
        vectors.close();
    }
}
