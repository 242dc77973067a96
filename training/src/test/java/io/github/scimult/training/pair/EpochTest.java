package io.github.scimult.training.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTest {
    private static final BatchSettings SETTINGS = new BatchSettings(16, 1500, 2, 1, 100);

    @ParameterizedTest
    @CsvSource({"16,1500,1,0", "16,1500,2,1", "32,700,8,2", "2,64,1,1", "1000,1000000,3,1"})
    void anEpochCoversEveryPairExactlyOnce(int queries, int tokens, int positives, int hardNegatives) {
        BatchSettings settings = new BatchSettings(queries, tokens, positives, hardNegatives, 0);
        TrainingPairs pairs = RandomPairs.links(300);
        Map<List<Integer>, Integer> seen = new TreeMap<>(java.util.Comparator.comparing(List::toString));
        for (PairBatch batch : batches(new Epoch(pairs, settings, RandomPairs::tokens, 5, 0))) {
            for (int pair = 0; pair < batch.pairQuery().length; pair++) {
                int query = batch.queries()[batch.pairQuery()[pair]];
                int candidate = batch.candidates()[batch.pairPositive()[pair]];
                seen.merge(List.of(query, candidate), 1, Integer::sum);
            }
        }
        assertThat(seen).hasSize((int) pairs.pairs());
        assertThat(seen.values()).containsOnly(1);
        for (int query = 0; query < 300; query++) {
            for (int positive : pairs.positives()[query]) {
                assertThat(seen).containsKey(List.of(query, positive));
            }
        }
    }

    @Test
    void batchesRespectTheTokenBudgetHardNegativesIncluded() {
        TrainingPairs pairs = RandomPairs.links(300);
        List<PairBatch> batches = batches(new Epoch(pairs, SETTINGS, RandomPairs::tokens, 5, 0));
        // The last one planned may take in an example that would be alone.
        long above = batches.stream()
                .filter(batch -> tokens(batch) > SETTINGS.tokens())
                .count();
        assertThat(above).isLessThanOrEqualTo(1);
        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.queries().length).isLessThanOrEqualTo(17));
        double mean = batches.stream().mapToLong(EpochTest::tokens).average().orElseThrow();
        assertThat(mean).as("budget used").isGreaterThan(0.75 * SETTINGS.tokens());
    }

    @Test
    void anExampleLargerThanTheBudgetHasABatchOfItsOwn() {
        TrainingPairs pairs = RandomPairs.links(20);
        Epoch epoch = new Epoch(pairs, new BatchSettings(16, 64, 8, 1, 0), (kind, row) -> 100, 5, 0);
        assertThat(batches(epoch))
                .hasSizeBetween(19, 20)
                .allSatisfy(batch -> assertThat(batch.queries()).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void aQueryAndACandidateAreInABatchOnlyOnce() {
        for (PairBatch batch : batches(new Epoch(RandomPairs.links(300), SETTINGS, RandomPairs::tokens, 5, 0))) {
            assertThat(Arrays.stream(batch.queries()).distinct().count()).isEqualTo(batch.queries().length);
            assertThat(Arrays.stream(batch.candidates()).distinct().count()).isEqualTo(batch.candidates().length);
        }
    }

    @ParameterizedTest
    @CsvSource({"32,1,0", "64,1,0", "256,1,1", "1536,1,1", "1536,2,0"})
    void batchesOfQueriesWithSeveralPositivesAreAsLargeAsAskedFor(int queries, int positives, int hardNegatives) {
        TrainingPairs pairs = RandomPairs.citations(10_000, 5);
        BatchSettings settings = new BatchSettings(queries, 4_000_000, positives, hardNegatives, 0);
        Epoch epoch = new Epoch(pairs, settings, RandomPairs::tokens, 5, 0);
        int examples = 10_000 * Math.ceilDiv(5, positives);
        assertThat(epoch.batches()).as("steps an epoch").isEqualTo(Math.ceilDiv(examples, queries));
        assertThat(meanQueries(epoch)).isGreaterThan(0.96 * queries);
        assertThat(batches(epoch))
                .allSatisfy(batch -> assertThat(batch.queries()).hasSizeBetween(queries / 3, queries));
    }

    @Test
    void aSmallCollectionWithManyPositivesAQueryFillsLargeBatchesToo() {
        TrainingPairs pairs = RandomPairs.citations(500, 20);
        Epoch epoch = new Epoch(pairs, new BatchSettings(256, 1_000_000, 1, 0, 0), RandomPairs::tokens, 5, 0);
        assertThat(epoch.batches()).isBetween(40, 41);
        assertThat(meanQueries(epoch)).isGreaterThan(0.93 * 256);
    }

    @Test
    void aQueryWithMorePositivesThanAnEpochHasBatchesIsSharedOutAmongThem() {
        TrainingPairs pairs = RandomPairs.citations(1_000, 1, 300);
        Epoch epoch = new Epoch(pairs, new BatchSettings(50, 1_000_000, 1, 0, 0), RandomPairs::tokens, 5, 0);
        assertThat(epoch.batches()).isEqualTo(Math.ceilDiv(999 + 300, 50));
        assertThat(batches(epoch))
                .allSatisfy(batch -> assertThat(batch.queries()).hasSizeGreaterThan(24));
    }

    @Test
    void whatIsLeftAtTheEndOfAnEpochIsNoTinyBatch() {
        TrainingPairs pairs = RandomPairs.citations(101, 1);
        Epoch epoch = new Epoch(pairs, new BatchSettings(20, 1_000_000, 1, 0, 0), RandomPairs::tokens, 5, 0);
        assertThat(batches(epoch).stream().map(batch -> batch.queries().length))
                .containsExactlyInAnyOrder(20, 20, 20, 20, 11, 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 50})
    @Timeout(20)
    void planningCostsTheSameForEachExample(int citations) {
        long few = lengthsLookedUp(RandomPairs.citations(100_000 / citations, citations));
        long many = lengthsLookedUp(RandomPairs.citations(400_000 / citations, citations));
        assertThat(many).isEqualTo(4 * few);
    }

    @Test
    @Timeout(20)
    void planningOneQueryWithVeryManyPositivesIsNoSlower() {
        TrainingPairs pairs = RandomPairs.citations(200_000, 1, 200_000);
        Epoch epoch = new Epoch(pairs, new BatchSettings(32, 1_000_000, 1, 0, 0), RandomPairs::tokens, 5, 0);
        assertThat(epoch.batches()).isBetween(399_999 / 32, 399_999 / 32 + 2);
    }

    private static long lengthsLookedUp(TrainingPairs pairs) {
        long[] lookedUp = {0};
        TextLengths counted = (kind, row) -> {
            lookedUp[0]++;
            return RandomPairs.tokens(kind, row);
        };
        Epoch epoch = new Epoch(pairs, new BatchSettings(1536, 4_000_000, 1, 0, 0), counted, 5, 0);
        assertThat(epoch.batches()).isEqualTo((int) Math.ceilDiv(pairs.pairs(), 1536L));
        return lookedUp[0];
    }

    private static double meanQueries(Epoch epoch) {
        return batches(epoch).stream()
                .mapToInt(batch -> batch.queries().length)
                .average()
                .orElseThrow();
    }

    @Test
    void hardNegativesComeFromTheBatchsOwnQueries() {
        TrainingPairs pairs = RandomPairs.links(300);
        for (PairBatch batch : batches(new Epoch(pairs, SETTINGS, RandomPairs::tokens, 5, 0))) {
            Set<Integer> allowed = new HashSet<>();
            for (int query : batch.queries()) {
                Arrays.stream(pairs.negatives()[query]).forEach(allowed::add);
                Arrays.stream(pairs.positives()[query]).forEach(allowed::add);
            }
            assertThat(allowed)
                    .containsAll(Arrays.stream(batch.candidates()).boxed().toList());
        }
    }

    @Test
    void randomLabelsFillTheirOwnTokensOnly() {
        TrainingPairs pairs = RandomPairs.tags(200);
        BatchSettings without = new BatchSettings(16, 1500, 2, 1, 0);
        List<PairBatch> plain = batches(new Epoch(pairs, without, RandomPairs::tokens, 5, 0));
        List<PairBatch> filled = batches(new Epoch(pairs, SETTINGS, RandomPairs::tokens, 5, 0));
        assertThat(filled).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(filled.get(i).candidates()).startsWith(plain.get(i).candidates());
            long more = tokens(filled.get(i)) - tokens(plain.get(i));
            assertThat(more).isBetween(0L, 100L);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7})
    void anEpochIsAFunctionOfSeedAndNumber(long number) {
        TrainingPairs pairs = RandomPairs.tags(100);
        Epoch one = new Epoch(pairs, SETTINGS, RandomPairs::tokens, 5, number);
        Epoch again = new Epoch(pairs, SETTINGS, RandomPairs::tokens, 5, number);
        for (int index = one.batches() - 1; index >= 0; index--) { // another order of asking
            assertThat(again.batch(index)).usingRecursiveComparison().isEqualTo(one.batch(index));
        }
    }

    @Test
    void epochsAndSeedsHaveOrdersOfTheirOwn() {
        TrainingPairs pairs = RandomPairs.links(100);
        assertThat(order(pairs, 5, 0)).isNotEqualTo(order(pairs, 5, 1)).isNotEqualTo(order(pairs, 6, 0));
    }

    private static String order(TrainingPairs pairs, long seed, long number) {
        return batches(new Epoch(pairs, SETTINGS, RandomPairs::tokens, seed, number)).stream()
                .map(batch -> Arrays.toString(batch.queries()))
                .toList()
                .toString();
    }

    private static List<PairBatch> batches(Epoch epoch) {
        return IntStream.range(0, epoch.batches()).mapToObj(epoch::batch).toList();
    }

    private static long tokens(PairBatch batch) {
        TrainingPairs pairs = batch.pairs();
        long queries = IntStream.range(0, batch.queries().length)
                .mapToLong(query -> RandomPairs.tokens(pairs.queryKind(), batch.queryRow(query)))
                .sum();
        return queries
                + Arrays.stream(batch.candidates())
                        .mapToLong(row -> RandomPairs.tokens(pairs.candidateKind(), row))
                        .sum();
    }
}
