package io.github.scimult.search.tag.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.classifier.SparseVector;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All labels are decided at once as each is alone. */
class LabelWeightsTest {
    private static final int TERMS = 12;
    private static final int LABELS = 7;

    private static List<List<LabelWeights.Weight>> weights(Random random) {
        List<List<LabelWeights.Weight>> all = new ArrayList<>();
        for (int label = 0; label < LABELS; label++) {
            List<LabelWeights.Weight> own = new ArrayList<>();
            for (int term = 0; term <= TERMS; term++) {
                if (random.nextInt(3) > 0) {
                    own.add(new LabelWeights.Weight(term, random.nextFloat() - 0.5f));
                }
            }
            Collections.shuffle(own, random);
            all.add(own);
        }
        return all;
    }

    @Test
    void aDecisionIsTheInterceptAndTheProductOfTheWeights() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<List<LabelWeights.Weight>> weights = weights(random);
            SparseVector text = new SparseVector(new int[] {0, 4, 5, 11}, new float[] {0.1f, 0.5f, 0.7f, 0.2f});

            float[] decisions = LabelWeights.of(TERMS, weights).decide(text, LABELS);

            for (int label = 0; label < LABELS; label++) {
                double expected = 0;
                for (LabelWeights.Weight weight : weights.get(label)) {
                    int at = IntStream.range(0, 4)
                            .filter(i -> text.features()[i] == weight.term())
                            .findFirst()
                            .orElse(-1);
                    double factor = weight.term() == TERMS ? 1 : at < 0 ? 0 : text.values()[at];
                    expected += factor * weight.value();
                }
                assertThat(decisions[label]).isCloseTo((float) expected, within(1e-6f));
            }
        }
    }

    @Test
    void aTextOfUnknownWordsIsDecidedByTheIntercepts() {
        LabelWeights weights = LabelWeights.of(
                2, List.of(List.of(new LabelWeights.Weight(2, -0.5f)), List.of(new LabelWeights.Weight(0, 3))));
        SparseVector nothing = new SparseVector(new int[0], new float[0]);
        assertThat(weights.decide(nothing, 2)).containsExactly(-0.5f, 0);
    }

    @Test
    void labelsWithoutWeightsAndTermsWithoutLabelsAreFine() {
        LabelWeights none = LabelWeights.of(3, List.of(List.of(), List.of()));
        assertThat(none.starts()).containsExactly(0, 0, 0, 0, 0);
        assertThat(none.decide(new SparseVector(new int[] {1}, new float[] {1}), 2))
                .containsExactly(0, 0);
        assertThat(LabelWeights.of(0, List.of()).values()).isEmpty();
    }

    @Test
    void theFiftyLabelsWithTheGreatestDecisionsAreCandidates() {
        List<String> labels =
                IntStream.range(0, 80).mapToObj(label -> "l" + label).toList();
        LabelWeights weights = LabelWeights.of(
                0,
                IntStream.range(0, 80)
                        .mapToObj(label -> List.of(new LabelWeights.Weight(0, (label * 37) % 80)))
                        .toList());
        LinearEvidence evidence = new LinearEvidence(new TfIdf(Map.of(), new float[0]), labels, weights);

        LabelEvidence.OnPaper paper = evidence.on(PaperToLabel.of(SegmentedText.of("any"), new float[1], Set.of()));

        assertThat(paper.candidates()).hasSize(50).allSatisfy(label -> {
            FeatureRow row = new FeatureRow();
            paper.describe(label, row);
            assertThat(row.get(Feature.MARGIN)).isGreaterThanOrEqualTo(30);
        });
    }
}
