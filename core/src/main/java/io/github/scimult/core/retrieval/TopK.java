package io.github.scimult.core.retrieval;

/**
 * The best k of all candidates by a heap of k rows, without sorting the rest. Order: score descending, of equal scores
 * (−0 equals 0) the lower place first; rows with a score of negative infinity are no candidates.
 */
public final class TopK {
    private final float[] scores;
    private final int[] places;
    private final int[] heap; // the worst of the best on top
    private int size;

    private TopK(float[] scores, int[] places, int k) {
        this.scores = scores;
        this.places = places;
        this.heap = new int[Math.min(k, scores.length)];
    }

    /**
     * Selects.
     *
     * @param scores (candidates); none is NaN
     * @param places (candidates): which of two equal scores comes first, a permutation
     * @param k how many at most, at least 1
     */
    public static Ranking of(float[] scores, int[] places, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("the best k need a k of at least 1, not " + k);
        }
        TopK top = new TopK(scores, places, k);
        for (int row = 0; row < scores.length; row++) {
            top.offer(row);
        }
        return top.sorted();
    }

    private void offer(int row) {
        if (size == heap.length) {
            if (size > 0 && !(scores[row] < scores[heap[0]]) && isWorse(heap[0], row)) {
                heap[0] = row;
                sink(0);
            }
        } else if (scores[row] != Float.NEGATIVE_INFINITY) {
            heap[size] = row;
            rise(size++);
        }
    }

    private Ranking sorted() {
        int count = size;
        int[] rows = new int[count];
        float[] values = new float[count];
        for (int rank = count - 1; rank >= 0; rank--) {
            rows[rank] = heap[0];
            values[rank] = scores[heap[0]];
            heap[0] = heap[--size];
            sink(0);
        }
        return new Ranking(rows, values);
    }

    private boolean isWorse(int left, int right) {
        float a = scores[left];
        float b = scores[right];
        return a < b || (a == b && places[left] > places[right]);
    }

    private void rise(int index) {
        int row = heap[index];
        while (index > 0 && isWorse(row, heap[(index - 1) / 2])) {
            heap[index] = heap[(index - 1) / 2];
            index = (index - 1) / 2;
        }
        heap[index] = row;
    }

    private void sink(int index) {
        int row = heap[index];
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && isWorse(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isWorse(heap[child], row)) {
                break;
            }
            heap[index] = heap[child];
            index = child;
        }
        heap[index] = row;
    }
}
