package io.github.scimult.search.tag.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label's names in a text speak for it. */
class NameEvidenceTest {
    private static final List<IndexedLabel> LABELS = List.of(
            label("nets", "Neural Networks", "ANN"),
            label("breast", "Neoplasms, Breast"),
            label("cpp", "C++"),
            label("c", "C"),
            label("empty", "", "..."),
            label("comma", ", "),
            label("the", "The"),
            label("hindi", "किताब"));
    private static final NameEvidence EVIDENCE = new NameEvidence(LABELS);

    private static IndexedLabel label(String id, String name, String... synonyms) {
        return new IndexedLabel(id, name, "", List.of(synonyms), List.of());
    }

    private static LabelEvidence.OnPaper on(String... segments) {
        return EVIDENCE.on(PaperToLabel.of(SegmentedText.of(segments), new float[1], Set.of()));
    }

    private static FeatureRow row(LabelEvidence.OnPaper paper, String label) {
        FeatureRow row = new FeatureRow();
        paper.describe(label, row);
        return row;
    }

    @ParameterizedTest
    @CsvSource({
        "Neural networks learn, nets",
        "A network that is neural, nets",
        "An ANN learns, nets",
        "An ann learns, nets",
        "Annual reports, ''",
        "Breast neoplasms, breast",
        "'Neoplasms, breast', breast",
        "Programs in C++ run, cpp",
        "Programs in C run, c",
        "Vitamin C helps, ''",
        "The end, the",
        "यह किताब है, hindi",
        "यह किताबें हैं, ''",
        "Nothing of it, ''"
    })
    void whatATextNamesIsACandidate(String text, String labels) {
        Set<String> expected = labels.isEmpty() ? Set.of() : Set.of(labels.split(" "));
        assertThat(on(text).candidates()).containsExactlyInAnyOrderElementsOf(expected);
        SegmentedText segments = SegmentedText.of(text);
        assertThat(EVIDENCE.labelsIn(segments, StemmedText.of(segments))).isEqualTo(expected);
    }

    @Test
    void aNameWordForWordIsToldFromItsStems() {
        assertThat(row(on("Neural networks"), "nets").get(Feature.NAMED)).isEqualTo(1);
        assertThat(row(on("A network, neural"), "nets").get(Feature.NAMED)).isZero();
        assertThat(row(on("A network, neural"), "nets").get(Feature.NAME_TIGHTNESS))
                .isEqualTo(1);
        assertThat(row(on("Old tales", "Neural networks. More neural networks."), "nets")
                        .get(Feature.NAME_SENTENCES))
                .isCloseTo(Math.log(3), within(1e-6));
        assertThat(row(on("Neural networks", "More."), "nets").get(Feature.NAME_IN_TITLE))
                .isEqualTo(1);
        assertThat(row(on("More", "Neural networks."), "nets").get(Feature.NAME_IN_TITLE))
                .isZero();
    }

    @Test
    void ofALabelThatIsNotNamedNothingIsSaid() {
        assertThat(row(on("Neural networks"), "breast").toArray()).containsOnly(0);
        assertThat(row(on("Neural networks"), "no label").toArray()).containsOnly(0);
    }

    @Test
    void otherLabelsChangeNothingOfWhatIsSaidOfOne() {
        List<IndexedLabel> more = new ArrayList<>(LABELS);
        for (int i = 0; i < 200; i++) {
            more.add(label("more" + i, "network " + i, "neural thing " + i));
        }
        NameEvidence crowded = new NameEvidence(more);
        for (String text : List.of("Neural networks", "A network, neural", "On C and C++", "Breast neoplasm", "None")) {
            PaperToLabel paper = PaperToLabel.of(SegmentedText.of(text), new float[1], Set.of());
            for (IndexedLabel label : LABELS) {
                assertThat(row(crowded.on(paper), label.id()).toArray())
                        .isEqualTo(row(EVIDENCE.on(paper), label.id()).toArray());
            }
        }
    }

    @Test
    void aLaterPassageThatIsTighterCounts() {
        double loose = row(on("Neural things and other such networks"), "nets").get(Feature.NAME_TIGHTNESS);
        double both = row(on("Neural things and other such networks, neural networks"), "nets")
                .get(Feature.NAME_TIGHTNESS);
        assertThat(loose).isBetween(0.1, 0.9);
        assertThat(both).isEqualTo(1);
    }
}
