package io.github.scimult.training;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.loss.ContrastiveLoss;
import io.github.scimult.training.loss.InfoNce;
import io.github.scimult.training.loss.Scores;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch's loss from its embeddings, and the gradient of each embedding.
 *
 * <p>Scores of all pairs with all candidates grow with the square of a batch, and the loss holds several tables of their
 * size (4,096 pairs: half a gigabyte and more). Pairs are therefore taken in blocks, each with its own table, whose
 * gradients add up. A batch of one block is computed as if there were none.
 *
 * @param similarity of two embeddings
 * @param scale 1/τ
 * @param scoresAtOnce at most so many scores in a block, which has at least one pair
 */
record BatchLoss(Similarity similarity, double scale, int scoresAtOnce) {
    private static final ContrastiveLoss LOSS = new InfoNce();

    /** Four megabytes of single precision: several times what a batch of the default settings has. */
    static final int SCORES_AT_ONCE = 1 << 20;

    /**
     * Adds the gradients of the embeddings to those that are there.
     *
     * @param vectors (n + m, H) a leaf that requires gradients, the n queries first
     * @param weight factor on the loss
     * @return the loss, without the factor
     */
    double addGradients(TokenBatch batch, Tensor vectors, double weight) {
        int pairs = batch.pairQuery().length;
        int atOnce = Math.clamp(scoresAtOnce / batch.candidates().length, 1, pairs);
        double loss = 0;
        for (int from = 0; from < pairs; from += atOnce) {
            int to = Math.min(pairs, from + atOnce);
            try (PointerScope scope = new PointerScope()) {
                Tensor share = of(batch, vectors, from, to).sum().div(new Scalar(pairs));
                share.mul(new Scalar(weight)).backward();
                loss += share.item_double();
            }
        }
        return loss;
    }

    /** The loss of each pair from {@code from} until before {@code to}. @return (to − from) */
    private Tensor of(TokenBatch batch, Tensor vectors, int from, int to) {
        int n = batch.queries().length;
        int m = batch.candidates().length;
        int[] pairQuery = Arrays.copyOfRange(batch.pairQuery(), from, to);
        Tensor queries = vectors.narrow(0, 0, n).index_select(0, Tensor.create(pairQuery)); // (to − from, H)
        Tensor scores = Scores.of(queries, vectors.narrow(0, n, m), similarity, scale); // (to − from, m)
        return LOSS.perQuery(scores, batch.sets().part(from, to));
    }
}
