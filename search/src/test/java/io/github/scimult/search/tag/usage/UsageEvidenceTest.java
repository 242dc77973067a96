package io.github.scimult.search.tag.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A label is the likelier in a text that names it, the more papers that name it carry it. */
class UsageEvidenceTest {
    private static double of(UsageEvidence usage, String label, Feature feature) {
        FeatureRow row = new FeatureRow();
        usage.on(PaperToLabel.of(SegmentedText.of("any"), new float[1], Set.of()))
                .describe(label, row);
        return row.get(feature);
    }

    @Test
    void keynessIsTheShareOfNamingPapersThatCarryALabelShrunkTowardsTheMean() {
        UsageEvidence.Counter counter = new UsageEvidence.Counter();
        for (int i = 0; i < 20; i++) {
            counter.add(Set.of("often"), Set.of("often", "rarely"));
        }
        counter.add(Set.of("unnamed"), Set.of());
        UsageEvidence usage = counter.evidence();

        assertThat(usage.meanKeyness()).isEqualTo(0.5);
        assertThat(of(usage, "often", Feature.KEYNESS)).isGreaterThan(0.9);
        assertThat(of(usage, "rarely", Feature.KEYNESS)).isLessThan(0.1);
        assertThat(of(usage, "never seen", Feature.KEYNESS)).isEqualTo(0.5);
        assertThat(of(usage, "often", Feature.FREQUENCY)).isGreaterThan(of(usage, "unnamed", Feature.FREQUENCY));
        assertThat(of(usage, "never seen", Feature.FREQUENCY)).isZero();
    }
}
