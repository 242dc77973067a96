package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.mm;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.loss.CandidateSets;
import io.github.scimult.training.loss.InfoNce;
import io.github.scimult.training.loss.Losses;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss of a batch, computed in blocks of its pairs. */
class BatchLossTest {
    private static final int QUERIES = 7;
    private static final int CANDIDATES = 23;
    private static final int WIDTH = 5;
    private static final double SCALE = 3;

    @Test
    void oneBlockGivesTheBitsOfTheFormulaWrittenOut() {
        TokenBatch batch = batch(new int[] {0, 1, 2, 3, 4, 5, 6});
        Result result = inBlocks(batch, false, Similarity.DOT, Integer.MAX_VALUE);
        try (PointerScope scope = new PointerScope()) {
            Tensor vectors = vectors();
            Tensor scores = mm(
                            vectors.narrow(0, 0, QUERIES),
                            vectors.narrow(0, QUERIES, CANDIDATES).t())
                    .mul(new Scalar(SCALE));
            Tensor loss = new InfoNce().perQuery(scores, batch.sets()).mean();
            loss.mul(new Scalar(0.5)).backward();
            assertThat(result.loss).isEqualTo(loss.item_double());
            assertThat(result.gradients).containsExactly(Numbers.of(vectors.grad()));
        }
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void blocksOfEachSizeAddUpToTheWholeBatch(Similarity similarity) {
        compareBlocks(batch(new int[] {0, 0, 3, 1, 6, 2, 2, 2, 5, 4}), false, similarity);
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void blocksOfEachSizeAddUpToTheWholeSymmetricLoss(Similarity similarity) {
        compareBlocks(batch(new int[] {0, 0, 3, 1, 6, 2, 2, 2, 5, 4}), true, similarity);
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void theSymmetricLossIsTheMeanOfBothDirections(Losses loss) {
        TokenBatch batch = batch(new int[] {0, 0, 3, 1, 6, 2, 2, 2, 5, 4});
        try (PointerScope scope = new PointerScope()) {
            Tensor vectors = vectors();
            Tensor turned = cat(
                    new TensorVector(
                            vectors.narrow(0, QUERIES, CANDIDATES).detach(),
                            vectors.narrow(0, 0, QUERIES).detach()),
                    0);
            turned.requires_grad_(true);
            double forth = loss(loss, false).addGradients(batch, vectors, 0.5);
            double back = loss(loss, false).addGradients(batch.reversed(), turned, 0.5);
            Tensor both = vectors();
            assertThat(loss(loss, true).addGradients(batch, both, 1)).isCloseTo((forth + back) / 2, within(1e-12));
            double[] gradientsBack = Numbers.of(cat(
                    new TensorVector(
                            turned.grad().narrow(0, CANDIDATES, QUERIES),
                            turned.grad().narrow(0, 0, CANDIDATES)),
                    0));
            double[] sum = Numbers.of(vectors.grad());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradientsBack[i];
            }
            assertThat(Numbers.difference(Numbers.of(both.grad()), sum)).isLessThan(1e-12);
        }
    }

    @Test
    void theSymmetricLossOfPairsIsThatOfRowsAndColumns() {
        double[][] scores = {{Math.log(4), Math.log(2), 0}, {Math.log(3), Math.log(6), 0}, {0, Math.log(5), Math.log(2)}
        };
        double rows = (Math.log(7.0 / 4) + Math.log(10.0 / 6) + Math.log(8.0 / 2)) / 3;
        double columns = (Math.log(8.0 / 4) + Math.log(13.0 / 6) + Math.log(4.0 / 2)) / 3;
        int[][] texts = {{1}, {2}, {3}};
        TokenBatch batch = TokenBatch.inPlace(Task.LINK, new int[0], texts, texts);
        try (PointerScope scope = new PointerScope()) {
            // Queries are the rows of scores, candidates those of the identity, so that their products are the scores.
            double[] values = Stream.concat(Arrays.stream(scores), Stream.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            Tensor vectors = Tensor.create(values, 6, 3).set_requires_grad(true);
            double loss = new BatchLoss(Losses.INFO_NCE, true, Similarity.DOT, 1, Integer.MAX_VALUE)
                    .addGradients(batch, vectors, 1);
            assertThat(loss).isCloseTo((rows + columns) / 2, within(1e-12));
        }
    }

    private static BatchLoss loss(Losses loss, boolean isSymmetric) {
        return new BatchLoss(loss, isSymmetric, Similarity.COSINE, SCALE, Integer.MAX_VALUE);
    }

    private static void compareBlocks(TokenBatch batch, boolean isSymmetric, Similarity similarity) {
        Result whole = inBlocks(batch, isSymmetric, similarity, Integer.MAX_VALUE);
        for (int scores : new int[] {1, CANDIDATES, 3 * CANDIDATES, 4 * CANDIDATES - 1, 9 * CANDIDATES}) {
            Result parts = inBlocks(batch, isSymmetric, similarity, scores);
            assertThat(parts.loss).as("%d scores at once", scores).isCloseTo(whole.loss, within(1e-12));
            assertThat(Numbers.difference(parts.gradients, whole.gradients))
                    .as("%d scores at once", scores)
                    .isLessThanOrEqualTo(1e-12);
        }
    }

    private record Result(double loss, double[] gradients) {}

    private static Result inBlocks(TokenBatch batch, boolean isSymmetric, Similarity similarity, int scoresAtOnce) {
        try (PointerScope scope = new PointerScope()) {
            Tensor vectors = vectors();
            double loss = new BatchLoss(Losses.INFO_NCE, isSymmetric, similarity, SCALE, scoresAtOnce)
                    .addGradients(batch, vectors, 0.5);
            return new Result(loss, Numbers.of(vectors.grad()));
        }
    }

    /** A batch whose pair i has the candidate 2i as its positive, and some others excluded. */
    private static TokenBatch batch(int[] pairQuery) {
        int[][] positives = new int[pairQuery.length][];
        int[][] excluded = new int[pairQuery.length][];
        for (int pair = 0; pair < pairQuery.length; pair++) {
            positives[pair] = new int[] {2 * pair};
            excluded[pair] = pair % 3 == 0 ? new int[] {2 * pair + 1} : new int[0];
        }
        return new TokenBatch(
                Task.LINK,
                new int[0],
                new int[QUERIES][],
                new int[CANDIDATES][],
                pairQuery,
                new CandidateSets(positives, excluded));
    }

    /** (queries + candidates, width) the same each time. */
    private static Tensor vectors() {
        double[] values = new Random(11)
                .doubles((long) (QUERIES + CANDIDATES) * WIDTH, -1, 1)
                .toArray();
        return Tensor.create(values, QUERIES + CANDIDATES, WIDTH).set_requires_grad(true);
    }
}
