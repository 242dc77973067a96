package io.github.scimult.search.tag.linear;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.evaluation.classifier.SparseVector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A label's papers are told from similar ones and from others at random. */
class NegativeSamplerTest {
    private static final int FEATURES = 20;

    /** Row i has term i mod 20 and a weaker one at random. */
    private static List<SparseVector> rows(int count) {
        SplittableRandom random = new SplittableRandom(4);
        List<SparseVector> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int own = i % FEATURES;
            int other = (own + 1 + random.nextInt(FEATURES - 1)) % FEATURES;
            int[] features = {Math.min(own, other), Math.max(own, other)};
            rows.add(new SparseVector(features, own < other ? new float[] {0.9f, 0.4f} : new float[] {0.4f, 0.9f}));
        }
        return rows;
    }

    private static int[] members(int count, int step) {
        return IntStream.range(0, count).map(i -> i * step).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 50, 150})
    void noMemberIsANegativeAndNoneIsThereTwice(int size) {
        NegativeSampler sampler = new NegativeSampler(rows(4000), FEATURES);
        int[] members = members(size, FEATURES);

        int[] negatives = sampler.of(members);

        assertThat(negatives).doesNotContain(members).doesNotHaveDuplicates().isSorted();
        assertThat(negatives.length).isBetween(300, Math.max(600, 6 * size) + members.length);
    }

    @Test
    void ofFewPapersAllOthersAreNegatives() {
        NegativeSampler sampler = new NegativeSampler(rows(500), FEATURES);
        assertThat(sampler.of(new int[] {3, 7}))
                .isEqualTo(IntStream.range(0, 500)
                        .filter(row -> row != 3 && row != 7)
                        .toArray());
        assertThat(sampler.of(IntStream.range(0, 500).toArray())).isEmpty();
    }

    @Test
    void theMostSimilarOthersAreAmongThem() {
        // Forty of the 200 rows about term 0 are the label's; the 160 others are its hardest negatives.
        NegativeSampler sampler = new NegativeSampler(rows(4000), FEATURES);
        int[] negatives = sampler.of(members(40, FEATURES));
        long hard = IntStream.of(negatives).filter(row -> row % FEATURES == 0).count();
        assertThat(hard).isEqualTo(160);
    }

    @Test
    void theSameMembersGiveTheSameNegativesInAnyCall() {
        NegativeSampler one = new NegativeSampler(rows(4000), FEATURES);
        NegativeSampler other = new NegativeSampler(rows(4000), FEATURES);
        other.of(members(9, 3));
        assertThat(other.of(members(30, 20))).isEqualTo(one.of(members(30, 20)));
    }

    @Test
    void papersOfUnknownWordsAreNegativesToo() {
        List<SparseVector> rows = new ArrayList<>(rows(100));
        rows.add(new SparseVector(new int[0], new float[0]));
        NegativeSampler sampler = new NegativeSampler(rows, FEATURES);
        assertThat(sampler.of(new int[] {0})).contains(100);
        assertThat(sampler.of(new int[] {100})).hasSize(100);
    }
}
