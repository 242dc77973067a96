package io.github.scimult.search.tag.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names are found by their stems, in any order within a sentence. */
class StemmedNamesTest {
    private static final StemmedNames NAMES = new StemmedNames(Map.of(
            "network",
            List.of("Neural Networks"),
            "breast",
            List.of("Neoplasms, Breast", "mammary cancer"),
            "c",
            List.of("C")));

    private static Map<String, NameMatch> in(String... segments) {
        return NAMES.in(StemmedText.of(SegmentedText.of(segments)));
    }

    @Test
    void inflectionAndOrderDoNotMatter() {
        assertThat(in("A network that is neural")).containsOnlyKeys("network");
        assertThat(in("Breast neoplasm", "Mammary cancers.")).containsOnlyKeys("breast");
        assertThat(in("On C and c")).isEmpty();
    }

    @Test
    void aNameDoesNotReachOverTheEndOfASentence() {
        assertThat(in("A network. It is neural.")).isEmpty();
        assertThat(in("A network", "It is neural.")).isEmpty();
    }

    @Test
    void sentencesPlaceAndTightnessAreTold() {
        NameMatch match = in("Old tales", "Neural networks. A network of many neural things. None.")
                .get("network");
        assertThat(match.sentences()).isEqualTo(2);
        assertThat(match.inTitle()).isFalse();
        assertThat(match.tightness()).isEqualTo(1);
        NameMatch loose = in("A network of many neural things").get("network");
        assertThat(loose.inTitle()).isTrue();
        assertThat(loose.tightness()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void aNameThatIsInvertedIsKnownInItsNaturalOrderToo() {
        assertThat(LabelNames.of(new IndexedLabel("l", "Receptors, Antigen, T-Cell", "", List.of("TCR"), List.of())))
                .containsExactly("Receptors, Antigen, T-Cell", "T-Cell Antigen Receptors", "TCR");
    }
}
