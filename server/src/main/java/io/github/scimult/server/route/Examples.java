package io.github.scimult.server.route;

import io.github.scimult.search.index.MatchedWords;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.result.LabelName;
import io.github.scimult.search.result.LabelResult;
import io.github.scimult.search.result.LabelResults;
import io.github.scimult.search.result.PaperResult;
import io.github.scimult.search.result.PaperResults;
import io.github.scimult.search.result.PaperSummary;
import java.util.List;
import java.util.Optional;

/** A paper, a label and results that the API's description shows. */
final class Examples {
    static final String ID = "17";
    static final PaperSummary PAPER = new PaperSummary(
            ID,
            "Drawing graphs",
            "…",
            List.of("A. Author"),
            "GD",
            Optional.of(2004),
            List.of(new LabelName("g", "graphs")));
    static final IndexedLabel LABEL =
            new IndexedLabel("g", "graphs", "things with edges", List.of("networks"), List.of());
    static final LabelResults LABELS =
            new LabelResults(List.of(new LabelResult(1, 1.7, Optional.of(0.85), true, 0.4, LABEL)));

    private Examples() {}

    /** @param shared what the paper has in common with the one that was asked about; empty for a search */
    static PaperResults papers(Optional<PaperResult.Shared> shared) {
        PaperResult.Why why = new PaperResult.Why(
                Optional.of(new PaperResult.SystemRank(2, 11.4f)),
                Optional.of(new PaperResult.SystemRank(1, 0.91f)),
                shared);
        PaperResult.Matches matches = new PaperResult.Matches(List.of(new MatchedWords.Place(0, 7)), List.of());
        return new PaperResults(List.of(new PaperResult(1, 0.87, PAPER, why, matches, 0)));
    }
}
