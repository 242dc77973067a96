package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import io.github.scimult.search.tag.usage.UsageEvidence;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every label that something proposes is described by everything. */
class CandidateLabelsTest {
    private static final PaperToLabel PAPER = PaperToLabel.of(SegmentedText.of("any"), new float[1], Set.of());

    /** Proposes some labels and says a value of all. */
    private record Saying(Feature feature, double value, List<String> candidates) implements LabelEvidence {
        @Override
        public OnPaper on(PaperToLabel paper) {
            return new OnPaper() {
                @Override
                public Collection<String> candidates() {
                    return candidates;
                }

                @Override
                public void describe(String label, FeatureRow row) {
                    row.set(feature, value);
                }
            };
        }
    }

    @Test
    void aLabelThatOneProposesIsDescribedByAll() throws IOException {
        Map<String, FeatureRow> rows = new CandidateLabels(
                        Set.of("a", "b", "c"),
                        List.of(
                                new Saying(Feature.NAMED, 1, List.of("a", "b")),
                                new Saying(Feature.MARGIN, 2, List.of("b")),
                                new Saying(Feature.KEYNESS, 3, List.of())))
                .of(PAPER);
        assertThat(rows).containsOnlyKeys("a", "b");
        assertThat(rows.values()).allSatisfy(row -> {
            assertThat(row.get(Feature.NAMED)).isEqualTo(1);
            assertThat(row.get(Feature.MARGIN)).isEqualTo(2);
            assertThat(row.get(Feature.KEYNESS)).isEqualTo(3);
            assertThat(row.get(Feature.SIMILARITY)).isZero();
        });
    }

    @Test
    void aLabelThatThereIsNotIsNoCandidate() throws IOException {
        CandidateLabels candidates =
                new CandidateLabels(Set.of("a"), List.of(new Saying(Feature.NAMED, 1, List.of("deleted", "a"))));
        assertThat(candidates.of(PAPER)).containsOnlyKeys("a");
        assertThat(new CandidateLabels(Set.of("a"), List.of()).of(PAPER)).isEmpty();
    }

    @Test
    void evidenceThatCannotBeReadIsAnErrorAndNotSilence() {
        LabelEvidence broken = paper -> {
            throw new IOException("disk");
        };
        assertThatThrownBy(() -> new CandidateLabels(Set.of("a"), List.of(broken)).of(PAPER))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void keynessRisesWithThePapersThatDoBothAndStaysAProbability() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 500; i++) {
            int named = random.nextInt(1, 50);
            int both = random.nextInt(named);
            double mean = random.nextDouble();
            Map<String, UsageEvidence.Counts> counts = new HashMap<>();
            counts.put("less", new UsageEvidence.Counts(named, named, both));
            counts.put("more", new UsageEvidence.Counts(named, named, both + 1));
            UsageEvidence usage = new UsageEvidence(counts, mean);
            FeatureRow less = new FeatureRow();
            FeatureRow more = new FeatureRow();
            usage.on(PAPER).describe("less", less);
            usage.on(PAPER).describe("more", more);
            assertThat(more.get(Feature.KEYNESS)).isBetween(less.get(Feature.KEYNESS), 1.0);
            assertThat(less.get(Feature.KEYNESS)).isNotNegative().isLessThan(more.get(Feature.KEYNESS));
        }
    }

    @Test
    void aPaperThatNeitherNamesNorCarriesALabelChangesNothingOfIt() {
        UsageEvidence.Counter one = new UsageEvidence.Counter();
        one.add(Set.of("a", "b"), Set.of("a"));
        UsageEvidence.Counter other = new UsageEvidence.Counter();
        other.add(Set.of(), Set.of());
        other.add(Set.of("a", "b"), Set.of("a"));
        other.add(Set.of("c"), Set.of());
        assertThat(other.evidence().counts())
                .containsAllEntriesOf(one.evidence().counts());
        assertThat(other.evidence().meanKeyness())
                .isEqualTo(one.evidence().meanKeyness())
                .isEqualTo(1);
        assertThat(new UsageEvidence.Counter().evidence()).isEqualTo(UsageEvidence.NONE);
    }
}
