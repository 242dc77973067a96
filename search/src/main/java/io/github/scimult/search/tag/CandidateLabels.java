package io.github.scimult.search.tag;

import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of candidates and features.
 *
 * @param known ids of all labels; no other is a candidate
 */
record CandidateLabels(Set<String> known, List<LabelEvidence> evidence) {
    /** The features of every label that some evidence proposes for a paper, by its id. */
    Map<String, FeatureRow> of(PaperToLabel paper) throws IOException {
        List<LabelEvidence.OnPaper> opinions = new ArrayList<>();
        for (LabelEvidence kind : evidence) {
            opinions.add(kind.on(paper));
        }
        Map<String, FeatureRow> rows = new LinkedHashMap<>();
        for (LabelEvidence.OnPaper opinion : opinions) {
            opinion.candidates().stream()
                    .filter(known::contains)
                    .forEach(label -> rows.computeIfAbsent(label, id -> new FeatureRow()));
        }
        rows.forEach((label, row) -> opinions.forEach(opinion -> opinion.describe(label, row)));
        return rows;
    }
}
