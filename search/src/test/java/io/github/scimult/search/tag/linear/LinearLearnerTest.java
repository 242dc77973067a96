package io.github.scimult.search.tag.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Classifiers learn a label from the words of its papers. */
class LinearLearnerTest {
    private static final List<String> TEXTS = IntStream.range(0, 1500)
            .mapToObj(
                    i -> i % 3 == 0 ? "stars shine at night" : i % 3 == 1 ? "rivers flow at night" : "graphs are drawn")
            .toList();
    private static final List<Set<String>> LABELS = IntStream.range(0, 1500)
            .mapToObj(i -> i % 3 == 0 ? Set.of("astronomy") : i % 3 == 1 ? Set.of("water") : Set.<String>of())
            .toList();

    private static StemmedText stems(String text) {
        return StemmedText.of(SegmentedText.of(text));
    }

    private static LinearEvidence learn() {
        TfIdf.Counter counter = new TfIdf.Counter();
        TEXTS.forEach(text -> counter.add(stems(text)));
        TfIdf tfIdf = counter.weights();
        return new LinearLearner(
                        tfIdf, TEXTS.stream().map(text -> tfIdf.of(stems(text))).toList(), LABELS)
                .learn();
    }

    private static double margin(LinearEvidence evidence, String text, String label) {
        LabelEvidence.OnPaper paper = evidence.on(PaperToLabel.of(SegmentedText.of(text), new float[1], Set.of()));
        FeatureRow row = new FeatureRow();
        paper.describe(label, row);
        return row.get(Feature.MARGIN);
    }

    @Test
    void aLabelsWordsSpeakForItAndOtherWordsAgainst() {
        LinearEvidence evidence = learn();
        assertThat(margin(evidence, "A shining star", "astronomy")).isPositive();
        assertThat(margin(evidence, "A river", "astronomy")).isNegative();
        assertThat(margin(evidence, "A river", "water")).isPositive();
        assertThat(margin(evidence, "A river", "never seen")).isEqualTo(-1);
        assertThat(evidence.on(PaperToLabel.of(SegmentedText.of("A river"), new float[1], Set.of()))
                        .candidates())
                .startsWith("water");
    }

    @Test
    void theSamePapersGiveTheSameWeights() {
        assertThat(learn().weights().values()).isEqualTo(learn().weights().values());
    }

    @Test
    void weightsOfATextHaveLengthOneAndATextOfUnknownWordsNone() {
        TfIdf tfIdf = learn().tfIdf();
        double squares = 0;
        for (float value : tfIdf.of(stems("stars and rivers at night, stars")).values()) {
            squares += value * value;
        }
        assertThat(squares).isCloseTo(1, within(1e-6));
        assertThat(tfIdf.of(stems("zebra")).values()).isEmpty();
    }
}
