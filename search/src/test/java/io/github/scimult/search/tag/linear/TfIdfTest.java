package io.github.scimult.search.tag.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.classifier.SparseVector;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rare stems weigh more, and every text has length one. */
class TfIdfTest {
    private static final List<String> TEXTS =
            List.of("graphs trees", "graphs rivers trees", "graphs graphs", "rivers lonely", "graphs");

    private static StemmedText stems(String text) {
        return StemmedText.of(SegmentedText.of(text));
    }

    private static TfIdf of(List<String> texts) {
        TfIdf.Counter counter = new TfIdf.Counter();
        texts.forEach(text -> counter.add(stems(text)));
        return counter.weights();
    }

    @Test
    void aStemOfOneTextAloneIsLeftOutAndTheOthersAreNumberedByFrequencyAndAlphabet() {
        TfIdf tfIdf = of(TEXTS);
        assertThat(tfIdf.terms()).isEqualTo(Map.of("graph", 0, "river", 1, "tree", 2));
        assertThat(tfIdf.idf()[0]).isCloseTo((float) (1 + Math.log(6.0 / 5)), within(1e-6f));
        assertThat(tfIdf.idf()[1])
                .isCloseTo((float) (1 + Math.log(6.0 / 3)), within(1e-6f))
                .isEqualTo(tfIdf.idf()[2]);
    }

    @Test
    void theOrderOfTextsChangesNothing() {
        TfIdf tfIdf = of(TEXTS);
        for (int seed = 0; seed < 10; seed++) {
            List<String> shuffled = new ArrayList<>();
            for (int row : RandomSample.permutation(TEXTS.size(), new SplittableRandom(seed))) {
                shuffled.add(TEXTS.get(row));
            }
            assertThat(of(shuffled).terms()).isEqualTo(tfIdf.terms());
            assertThat(of(shuffled).idf()).isEqualTo(tfIdf.idf());
        }
    }

    @Test
    void weightsAreThoseOfTheFormula() {
        TfIdf tfIdf = of(TEXTS);
        double graph = (1 + Math.log(2)) * tfIdf.idf()[0];
        double tree = tfIdf.idf()[2];
        double length = Math.sqrt(graph * graph + tree * tree);

        SparseVector vector = tfIdf.of(stems("Trees, a graph and graphs of lonely things"));

        assertThat(vector.features()).containsExactly(0, 2);
        assertThat(vector.values()[0]).isCloseTo((float) (graph / length), within(1e-6f));
        assertThat(vector.values()[1]).isCloseTo((float) (tree / length), within(1e-6f));
    }

    @Test
    void aWordCountsTheSameInWhicheverSentenceItStands() {
        TfIdf tfIdf = of(TEXTS);
        SparseVector one = tfIdf.of(stems("Graphs by rivers. Graphs."));
        SparseVector other = tfIdf.of(StemmedText.of(SegmentedText.of("Rivers", "Graphs and graphs")));
        assertThat(one.features()).isEqualTo(other.features());
        assertThat(one.values()).isEqualTo(other.values());
    }

    @Test
    void aStemThatIsNotKnownIsRarerThanAllThatAre() {
        TfIdf tfIdf = of(TEXTS);
        assertThat(tfIdf.rarity("graph")).isEqualTo(tfIdf.idf()[0]);
        assertThat(tfIdf.rarity("tree")).isGreaterThan(tfIdf.rarity("graph"));
        assertThat(tfIdf.rarity("zebra")).isEqualTo(tfIdf.rarity("tree") + 1);
        assertThat(of(List.of()).rarity("zebra")).isPositive();
    }

    @Test
    void nothingCountedKnowsNothing() {
        TfIdf empty = of(List.of());
        assertThat(empty.terms()).isEmpty();
        assertThat(empty.of(stems("graphs")).features()).isEmpty();
        assertThat(of(List.of("once only words")).terms()).isEmpty();
    }
}
