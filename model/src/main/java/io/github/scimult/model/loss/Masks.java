package io.github.scimult.model.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Candidates left out of a sum, and means over some of them. */
final class Masks {
    private Masks() {}

    /** Scores (n, m) with −∞ where a candidate is left out; a row left empty would have no logarithm and is a mistake. */
    static Tensor without(Tensor scores, boolean[][] left) {
        byte[] flat = new byte[left.length * left[0].length];
        boolean any = false;
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < left[row].length; column++) {
                flat[row * left[row].length + column] = (byte) (left[row][column] ? 1 : 0);
                any |= left[row][column];
            }
        }
        if (!any) {
            return scores;
        }
        Tensor mask = Tensor.create(flat, left.length, left[0].length).to(ScalarType.Bool);
        return scores.masked_fill(mask, new Scalar(Double.NEGATIVE_INFINITY));
    }

    /** The mean of each query's scores of its positives. @return (n) */
    static Tensor meanOverPositives(Tensor scores, CandidateSets sets) {
        double[] weights = new double[sets.queries() * sets.candidates()];
        for (int query = 0; query < sets.queries(); query++) {
            int[] positives = sets.positives()[query];
            for (int positive : positives) {
                weights[query * sets.candidates() + positive] += 1.0 / positives.length;
            }
        }
        Tensor share = Tensor.create(weights, sets.queries(), sets.candidates()).to(scores.scalar_type());
        return scores.mul(share).sum(1);
    }

    static boolean[][] copy(boolean[][] rows) {
        boolean[][] copied = new boolean[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copied[row] = rows[row].clone();
        }
        return copied;
    }
}
