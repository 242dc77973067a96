package io.github.scimult.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples and orders are fair, of the right size, and the same for the same seed. */
class RandomSampleTest {
    private static final int TRIALS = 6_000;

    private static SplittableRandom seeded() {
        return new SplittableRandom(17);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 5, 0", "5, 0, 0", "5, 3, 3", "5, 5, 5", "5, 9, 5", "1000, 1, 1"})
    void aSampleHasAsManyAsAskedForOrAllThereAre(int size, int count, int expected) {
        int[] positions = RandomSample.positions(size, count, seeded());
        assertThat(positions).hasSize(expected).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(positions).allMatch(position -> position >= 0 && position < size))
                .isTrue();
    }

    @Test
    void everySubsetIsEquallyLikely() {
        SplittableRandom random = seeded();
        Map<String, Integer> times = new HashMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            times.merge(Arrays.toString(RandomSample.positions(4, 2, random)), 1, Integer::sum);
        }
        assertThat(times).hasSize(6);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isCloseTo(TRIALS / 6, within(TRIALS / 40)));
    }

    @Test
    void everyOrderIsEquallyLikely() {
        SplittableRandom random = seeded();
        Map<String, Integer> times = new HashMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            times.merge(Arrays.toString(RandomSample.permutation(3, random)), 1, Integer::sum);
        }
        assertThat(times).hasSize(6);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isCloseTo(TRIALS / 6, within(TRIALS / 40)));
    }

    @Test
    void valuesThatAreSampledKeepTheirOrder() {
        int[] values = {9, 2, 7, 2, 5};
        int[] sample = RandomSample.of(values, 3, seeded());
        assertThat(sample).hasSize(3);
        int from = 0;
        for (int value : sample) {
            while (values[from] != value) {
                from++;
            }
            from++;
        }
        assertThat(RandomSample.of(values, 9, seeded())).containsExactly(values);
        assertThat(values).containsExactly(9, 2, 7, 2, 5);
    }

    @Test
    void shufflingKeepsEveryValue() {
        int[] values = IntStream.range(0, 100).map(i -> i / 2).toArray();
        RandomSample.shuffle(values, seeded());
        assertThat(values).isNotEqualTo(IntStream.range(0, 100).map(i -> i / 2).toArray());
        assertThat(Arrays.stream(values).sorted().toArray())
                .containsExactly(IntStream.range(0, 100).map(i -> i / 2).toArray());
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(RandomSample.positions(1_000, 10, seeded()))
                .containsExactly(RandomSample.positions(1_000, 10, seeded()));
        assertThat(RandomSample.permutation(50, seeded())).containsExactly(RandomSample.permutation(50, seeded()));
    }

    @Test
    void seedsOfNeighbouringPlacesHaveNothingInCommon() {
        Set<Long> seeds = new HashSet<>();
        double ones = 0;
        for (long source = 0; source < 20; source++) {
            for (long epoch = 0; epoch < 20; epoch++) {
                long seed = Seeds.derive(1, source, epoch);
                seeds.add(seed);
                ones += Long.bitCount(seed);
            }
        }
        assertThat(seeds).hasSize(400);
        assertThat(ones / 400).isCloseTo(32, within(1.0));
    }

    @Test
    void aDerivedSeedDependsOnTheOrderAndTheNumberOfPlaces() {
        assertThat(Seeds.derive(1, 2, 3)).isNotEqualTo(Seeds.derive(1, 3, 2)).isNotEqualTo(Seeds.derive(1, 2));
        assertThat(Seeds.derive(1, 2, 3)).isEqualTo(Seeds.derive(1, 2, 3)).isNotEqualTo(Seeds.derive(2, 2, 3));
        assertThat(Seeds.derive(5)).isEqualTo(5);
    }
}
