package io.github.scimult.training;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.loss.Losses;
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
 * @param loss of the rows of scores: pairs, or queries with all their positives
 * @param isSymmetric whether it is the mean of two: of queries among candidates, and of each positive among the batch's queries (as
 *     Radford et al., "Learning Transferable Visual Models From Natural Language Supervision", 2021, section 2.3, for images and texts)
 * @param similarity of two embeddings
 * @param scale 1/τ
 * @param scoresAtOnce the maximum number of scores in a block, which has at least one pair
 */
record BatchLoss(Losses loss, boolean isSymmetric, Similarity similarity, double scale, int scoresAtOnce) {
    /** Four megabytes of single precision: several times what a batch of the default settings has. */
    static final int SCORES_AT_ONCE = 1 << 20;

    /**
     * Adds the gradients of the embeddings to those that are there.
     *
     * @param vectors (n + m, H) a leaf that requires gradients, the n queries first
     * @param weight factor on the loss
     * @return the loss, without the factor
     */
    double addGradients(TokenBatch whole, Tensor vectors, double weight) {
        int n = whole.queries().length;
        int m = whole.candidates().length;
        Rows queries = new Rows(0, n);
        Rows candidates = new Rows(n, m);
        if (!isSymmetric) {
            return addGradients(whole, vectors, queries, candidates, weight);
        }
        double ofQueries = addGradients(whole, vectors, queries, candidates, weight / 2);
        double ofPositives = addGradients(whole.reversed(), vectors, candidates, queries, weight / 2);
        return (ofQueries + ofPositives) / 2;
    }

    /** Rows of the embeddings: those of the queries, or of the candidates. */
    private record Rows(int first, int count) {
        Tensor of(Tensor vectors) {
            return vectors.narrow(0, first, count);
        }
    }

    /** The same in one direction: from those that ask to those that are asked for. */
    private double addGradients(TokenBatch whole, Tensor vectors, Rows asking, Rows asked, double weight) {
        TokenBatch batch = loss.isOfQueries() ? whole.withRowPerQuery() : whole;
        int rows = batch.pairQuery().length;
        int atOnce = Math.clamp(scoresAtOnce / asked.count(), 1, rows);
        double sum = 0;
        for (int from = 0; from < rows; from += atOnce) {
            int to = Math.min(rows, from + atOnce);
            try (PointerScope scope = new PointerScope()) {
                Tensor share = of(batch, asking.of(vectors), asked.of(vectors), from, to)
                        .sum()
                        .div(new Scalar(rows));
                share.mul(new Scalar(weight)).backward();
                sum += share.item_double();
            }
        }
        return sum;
    }

    /** The loss of each row from {@code from} until before {@code to}. @return (to − from) */
    private Tensor of(TokenBatch batch, Tensor asking, Tensor asked, int from, int to) {
        int[] pairQuery = Arrays.copyOfRange(batch.pairQuery(), from, to);
        Tensor queries = asking.index_select(0, Tensor.create(pairQuery)); // (to − from, H)
        Tensor scores = Scores.of(queries, asked, similarity, scale); // (to − from, asked)
        return loss.loss().perQuery(scores, batch.sets().part(from, to));
    }
}
