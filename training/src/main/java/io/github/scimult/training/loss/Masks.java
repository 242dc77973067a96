package io.github.scimult.training.loss;

import static org.bytedeco.pytorch.global.torch.zeros;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Candidates left out of a sum, and means over some of them. */
final class Masks {
    private Masks() {}

    /**
     * Scores (n, m) with −∞ where a candidate is left out; a row left empty would have no logarithm and is a mistake.
     *
     * @param left for each row the columns that are left out
     */
    static Tensor without(Tensor scores, int[][] left) {
        if (Arrays.stream(left).allMatch(columns -> columns.length == 0)) {
            return scores;
        }
        long width = scores.size(1);
        long[] places = IntStream.range(0, left.length)
                .boxed()
                .flatMapToLong(row -> Arrays.stream(left[row]).mapToLong(column -> row * width + column))
                .toArray();
        Tensor mask = zeros(new long[] {left.length * width}, new TensorOptions(ScalarType.Bool))
                .index_fill_(0, Tensor.create(places), new Scalar(1))
                .view(left.length, width); // (n, m)
        return scores.masked_fill(mask, new Scalar(Double.NEGATIVE_INFINITY));
    }

    /** The mean of each query's scores of its positives. @return (n) */
    static Tensor meanOverPositives(Tensor scores, CandidateSets sets) {
        int all = Arrays.stream(sets.positives())
                .mapToInt(positives -> positives.length)
                .sum();
        int[] queries = new int[all];
        long[] places = new long[all];
        double[] shares = new double[all];
        int next = 0;
        for (int query = 0; query < sets.queries(); query++) {
            int[] positives = sets.positives()[query];
            for (int positive : positives) {
                queries[next] = query;
                places[next] = query * scores.size(1) + positive;
                shares[next++] = 1.0 / positives.length;
            }
        }
        Tensor chosen = scores.flatten().index_select(0, Tensor.create(places)); // (all)
        Tensor weighted = chosen.mul(Tensor.create(shares).to(scores.scalar_type()));
        return zeros(new long[] {sets.queries()}, scores.options()).index_add(0, Tensor.create(queries), weighted);
    }

    /** Columns of both, each once. */
    static int[] union(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .distinct()
                .toArray();
    }
}
