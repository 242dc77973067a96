package io.github.scimult.search.tag.usage;

import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How labelled papers use labels. The keyness of a label, the probability that a paper which names it carries it, is the share of the
 * papers that name it, shrunk towards the mean over all labels (as Maui's and Annif's MLLM).
 *
 * @param counts by the labels' ids; of labels that no paper names or carries there is none
 */
public record UsageEvidence(Map<String, Counts> counts, double meanKeyness) implements LabelEvidence {
    /** Nothing is known. */
    public static final UsageEvidence NONE = new UsageEvidence(Map.of(), 0);

    private static final double SHRINKAGE = 2;

    public UsageEvidence {
        counts = Map.copyOf(counts);
    }

    /**
     * In how many labelled papers a label was seen.
     *
     * @param carried papers that carry it
     * @param named papers that name it
     * @param both papers that do both
     */
    public record Counts(int carried, int named, int both) {
        static final Counts NONE = new Counts(0, 0, 0);

        private Counts and(boolean carries, boolean names) {
            return new Counts(carried + (carries ? 1 : 0), named + (names ? 1 : 0), both + (carries && names ? 1 : 0));
        }
    }

    /** Counts papers. */
    public static final class Counter {
        private final Map<String, Counts> counts = new HashMap<>();

        /** Counts one paper. */
        public void add(Set<String> carried, Set<String> named) {
            for (String label : carried) {
                boolean names = named.contains(label);
                counts.merge(label, Counts.NONE.and(true, names), (before, one) -> before.and(true, names));
            }
            for (String label : named) {
                if (!carried.contains(label)) {
                    counts.merge(label, Counts.NONE.and(false, true), (before, one) -> before.and(false, true));
                }
            }
        }

        /** What was counted. */
        public UsageEvidence evidence() {
            double named = counts.values().stream().mapToInt(Counts::named).sum();
            double both = counts.values().stream().mapToInt(Counts::both).sum();
            return new UsageEvidence(counts, both / Math.max(1, named));
        }
    }

    @Override
    public OnPaper on(PaperToLabel paper) {
        return this::describe;
    }

    private void describe(String label, FeatureRow row) {
        Counts own = counts.getOrDefault(label, Counts.NONE);
        row.set(Feature.KEYNESS, (own.both() + SHRINKAGE * meanKeyness) / (own.named() + SHRINKAGE));
        row.set(Feature.TIMES_NAMED, Math.log1p(own.named()));
        row.set(Feature.FREQUENCY, Math.log1p(own.carried()));
    }
}
