package io.github.scimult.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.encoder.fixture.Numbers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every loss of the registry keeps; one that is added there is tested by that, and needs a golden value here. */
class LossContractTest {
    /** Scores are logarithms of whole numbers, so that the losses can be worked out on paper. */
    private static final double[][] GOLDEN_SCORES = {
        logarithms(1, 2, 3, 4), // positive: the first
        logarithms(2, 1, 5, 8), // positives: the first and the third; the second excluded
        logarithms(6, 3, 2, 1), // positive: the second; the last excluded
    };

    private static final CandidateSets GOLDEN_SETS =
            new CandidateSets(new int[][] {{0}, {0, 2}, {1}}, new int[][] {{}, {1}, {3}});

    private static final Map<Losses, double[]> GOLDEN = new EnumMap<>(Map.of(
            Losses.INFO_NCE, new double[] {ln(10), ln(15) - ln(10) / 2, ln(11) - ln(3)},
            Losses.DECOUPLED, new double[] {ln(9), ln(8) - ln(10) / 2, ln(8) - ln(3)},
            Losses.INFO_NCE_PER_POSITIVE, new double[] {ln(10), (ln(10) - ln(2) + ln(13) - ln(5)) / 2, ln(11) - ln(3)},
            Losses.SUPCON_IN, new double[] {ln(10), ln(15) - ln(7), ln(11) - ln(3)}));

    private static final int QUERIES = 5;
    private static final int CANDIDATES = 7;
    private static final CandidateSets SETS = new CandidateSets(
            new int[][] {{0}, {1, 4}, {2, 3, 6}, {3}, {5, 0}}, new int[][] {{2}, {}, {5}, {0, 1}, {6}});

    private static double ln(double value) {
        return Math.log(value);
    }

    private static double[] logarithms(double... values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /** (queries, candidates) */
    private static double[][] scores(long seed) {
        Random random = new Random(seed);
        double[][] scores = new double[QUERIES][];
        Arrays.setAll(scores, row -> random.doubles(CANDIDATES, -2, 2).toArray());
        return scores;
    }

    private static Tensor tensor(double[][] rows) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return Tensor.create(flat, rows.length, rows[0].length);
    }

    private static double[] perQuery(Losses loss, double[][] scores, CandidateSets sets) {
        try (PointerScope scope = new PointerScope()) {
            return Numbers.of(loss.loss().perQuery(tensor(scores), sets));
        }
    }

    private static double mean(Losses loss, double[][] scores, CandidateSets sets) {
        return Arrays.stream(perQuery(loss, scores, sets)).average().orElseThrow();
    }

    /** (queries, candidates) of the mean loss. */
    private static double[][] gradients(Losses loss, double[][] scores, CandidateSets sets) {
        try (PointerScope scope = new PointerScope()) {
            Tensor leaf = tensor(scores).set_requires_grad(true);
            loss.loss().perQuery(leaf, sets).mean().backward();
            double[] flat = Numbers.of(leaf.grad());
            double[][] rows = new double[scores.length][];
            int width = scores[0].length;
            Arrays.setAll(rows, row -> Arrays.copyOfRange(flat, row * width, (row + 1) * width));
            return rows;
        }
    }

    private static double[][] changed(double[][] scores, UnaryOperator<double[]> change) {
        return Arrays.stream(scores).map(double[]::clone).map(change).toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void itHasTheValueWorkedOutOnPaper(Losses loss) {
        assertThat(GOLDEN)
                .as("add to GOLDEN what %s comes to for the three rows of GOLDEN_SCORES, worked out by hand", loss)
                .containsKey(loss);
        assertThat(perQuery(loss, GOLDEN_SCORES, GOLDEN_SETS)).containsExactly(GOLDEN.get(loss), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void itsGradientIsTheSlopeOfFiniteDifferences(Losses loss) {
        double[][] scores = scores(3);
        double[][] gradients = gradients(loss, scores, SETS);
        double step = 1e-5;
        for (int query = 0; query < QUERIES; query++) {
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                double kept = scores[query][candidate];
                scores[query][candidate] = kept + step;
                double above = mean(loss, scores, SETS);
                scores[query][candidate] = kept - step;
                double below = mean(loss, scores, SETS);
                scores[query][candidate] = kept;
                assertThat(gradients[query][candidate]).isCloseTo((above - below) / (2 * step), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void itsRowsOneByOneAreTheWhole(Losses loss) {
        double[][] scores = scores(4);
        double[] whole = perQuery(loss, scores, SETS);
        assertThat(whole).hasSize(QUERIES);
        for (int query = 0; query < QUERIES; query++) {
            double[] alone = perQuery(loss, new double[][] {scores[query]}, SETS.part(query, query + 1));
            assertThat(alone[0]).isCloseTo(whole[query], within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void whatIsAddedToAllScoresOfAQueryChangesNothing(Losses loss) {
        double[][] scores = scores(5);
        double[][] raised = changed(
                scores, row -> Arrays.stream(row).map(score -> score + 3.5).toArray());
        assertThat(perQuery(loss, raised, SETS)).containsExactly(perQuery(loss, scores, SETS), within(1e-12));
        for (double[] row : gradients(loss, scores, SETS)) {
            assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void theOrderOfTheCandidatesChangesNothing(Losses loss) {
        int[] order = {6, 2, 0, 5, 1, 4, 3}; // of the candidates, by their new places
        int[] place = new int[CANDIDATES];
        for (int at = 0; at < CANDIDATES; at++) {
            place[order[at]] = at;
        }
        double[][] scores = scores(6);
        double[][] moved = changed(
                scores, row -> Arrays.stream(order).mapToDouble(old -> row[old]).toArray());
        CandidateSets sets = new CandidateSets(at(place, SETS.positives()), at(place, SETS.excluded()));
        assertThat(perQuery(loss, moved, sets)).containsExactly(perQuery(loss, scores, SETS), within(1e-12));
    }

    private static int[][] at(int[] place, int[][] columns) {
        return Arrays.stream(columns)
                .map(row -> Arrays.stream(row).map(column -> place[column]).toArray())
                .toArray(int[][]::new);
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void anExcludedCandidateNeitherCountsNorLearns(Losses loss) {
        double[][] scores = scores(7);
        double[] before = perQuery(loss, scores, SETS);
        double[][] gradients = gradients(loss, scores, SETS);
        for (int query = 0; query < QUERIES; query++) {
            for (int column : SETS.excluded()[query]) {
                assertThat(gradients[query][column]).isZero();
                scores[query][column] = 50;
            }
        }
        assertThat(perQuery(loss, scores, SETS)).containsExactly(before, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void aHigherPositiveLowersItAndAHigherNegativeRaisesIt(Losses loss) {
        CandidateSets single =
                new CandidateSets(new int[][] {{0}, {1}, {2}, {3}, {4}}, new int[][] {{}, {}, {5}, {}, {}});
        double[][] gradients = gradients(loss, scores(8), single);
        for (int query = 0; query < QUERIES; query++) {
            assertThat(gradients[query][query]).isNegative();
            for (int column = 0; column < CANDIDATES; column++) {
                if (column != query) {
                    assertThat(gradients[query][column]).isNotNegative();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void scoresOfTenThousandNeitherOverflowNorVanish(Losses loss) {
        double[][] scores = {{10_000, -10_000, 9_999}, {-10_000, 10_000, -9_999}};
        CandidateSets sets = new CandidateSets(new int[][] {{0}, {0}}, new int[][] {{}, {}});
        assertThat(Arrays.stream(perQuery(loss, scores, sets))).allMatch(Double::isFinite);
        for (double[] row : gradients(loss, scores, sets)) {
            assertThat(Arrays.stream(row)).allMatch(Double::isFinite);
        }
        assertThat(perQuery(loss, scores, sets)[1]).isCloseTo(20_000, within(1.0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Losses.class,
            names = {"INFO_NCE_PER_POSITIVE", "SUPCON_IN"})
    void withOnePositiveAQueryItIsInfoNce(Losses loss) {
        CandidateSets single =
                new CandidateSets(new int[][] {{6}, {1}, {0}, {3}, {4}}, new int[][] {{}, {2, 3}, {5}, {}, {0}});
        double[][] scores = scores(9);
        assertThat(perQuery(loss, scores, single))
                .containsExactly(perQuery(Losses.INFO_NCE, scores, single), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void theOrderOfAQuerysPositivesChangesNothing(Losses loss) {
        double[][] scores = scores(10);
        int[][] turned = Arrays.stream(SETS.positives())
                .map(row ->
                        Arrays.stream(row).map(i -> -i).sorted().map(i -> -i).toArray())
                .toArray(int[][]::new);
        assertThat(perQuery(loss, scores, new CandidateSets(turned, SETS.excluded())))
                .containsExactly(perQuery(loss, scores, SETS), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Losses.class)
    void itKeepsNothingFromOneCallToTheNext(Losses loss) {
        double[][] scores = scores(11);
        double[] first = perQuery(loss, scores, SETS);
        perQuery(loss, GOLDEN_SCORES, GOLDEN_SETS);
        assertThat(perQuery(loss, scores, SETS)).containsExactly(first);
    }
}
