package io.github.scimult.search.tag.name;

import io.github.scimult.core.text.LabelNameMatcher;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Labels with a name or synonym in the text; every match is a candidate. */
public final class NameEvidence implements LabelEvidence {
    private final List<String> ids;
    private final LabelNameMatcher verbatim;
    private final StemmedNames stemmed;

    public NameEvidence(List<IndexedLabel> labels) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        labels.forEach(label -> names.put(label.id(), LabelNames.of(label)));
        this.ids = List.copyOf(names.keySet());
        this.verbatim = LabelNameMatcher.ofSynonyms(List.copyOf(names.values()));
        this.stemmed = new StemmedNames(names);
    }

    /** Ids of the labels with all stems of a name in one sentence, or a name word for word. */
    public Set<String> labelsIn(SegmentedText text, StemmedText stems) {
        Set<String> found = verbatimIn(text);
        found.addAll(stemmed.in(stems).keySet());
        return found;
    }

    private Set<String> verbatimIn(SegmentedText text) {
        Set<String> found = new HashSet<>();
        for (int label : verbatim.in(text)) {
            found.add(ids.get(label));
        }
        return found;
    }

    @Override
    public OnPaper on(PaperToLabel paper) {
        return new Names(verbatimIn(paper.text()), stemmed.in(paper.stems()));
    }

    private record Names(Set<String> verbatim, Map<String, NameMatch> stemmed) implements OnPaper {
        @Override
        public Collection<String> candidates() {
            Set<String> all = new HashSet<>(verbatim);
            all.addAll(stemmed.keySet());
            return all;
        }

        @Override
        public void describe(String label, FeatureRow row) {
            NameMatch match = stemmed.getOrDefault(label, NameMatch.NONE);
            row.set(Feature.NAMED, verbatim.contains(label) ? 1 : 0);
            row.set(Feature.NAME_SENTENCES, Math.log1p(match.sentences()));
            row.set(Feature.NAME_IN_TITLE, match.inTitle() ? 1 : 0);
            row.set(Feature.NAME_TIGHTNESS, match.tightness());
        }
    }
}
