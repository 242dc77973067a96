package io.github.scimult.search.tag.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A part of a label's name in a text speaks for it, a rare word more than a common one. */
class NameCoverageTest {
    private static final LabelEvidence EVIDENCE = new NameCoverage(List.of(
                    new IndexedLabel(
                            "flow", "Flow visualization", "", List.of("vortex rendering of turbulence"), List.of()),
                    new IndexedLabel("empty", "", "", List.of(), List.of())))
            .by(stem -> stem.startsWith("vis") ? 1 : 3);

    private static FeatureRow row(String label, String... segments) throws Exception {
        LabelEvidence.OnPaper paper = EVIDENCE.on(PaperToLabel.of(SegmentedText.of(segments), new float[0], Set.of()));
        FeatureRow row = new FeatureRow();
        paper.describe(label, row);
        assertThat(paper.candidates()).isEmpty();
        return row;
    }

    @Test
    void theShareOfANameGoesByTheRarityOfItsWords() throws Exception {
        assertThat(row("flow", "Visualization of trees").get(Feature.NAME_COVERAGE))
                .isCloseTo(0.25, within(1e-6));
        assertThat(row("flow", "Flows of water").get(Feature.NAME_COVERAGE)).isCloseTo(0.75, within(1e-6));
        assertThat(row("flow", "Flows of water", "are visualized.").get(Feature.NAME_COVERAGE))
                .isEqualTo(1);
    }

    @Test
    void theTitleIsToldFromTheRest() throws Exception {
        FeatureRow row = row("flow", "Visualization of water", "It flows.");
        assertThat(row.get(Feature.NAME_COVERAGE)).isEqualTo(1);
        assertThat(row.get(Feature.NAME_COVERAGE_IN_TITLE)).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void ofSeveralNamesTheBestCoveredOneCounts() throws Exception {
        FeatureRow row = row("flow", "Rendering a vortex of turbulence");
        assertThat(row.get(Feature.NAME_COVERAGE)).isEqualTo(1);
        assertThat(row.get(Feature.NAME_LENGTH)).isEqualTo(3);
        assertThat(row.get(Feature.NAME_RARITY)).isEqualTo(9);
    }

    @Test
    void ofALabelWithoutANameNothingIsSaid() throws Exception {
        assertThat(row("empty", "Flows").toArray()).containsOnly(0);
        assertThat(row("no label", "Flows").toArray()).containsOnly(0);
    }
}
