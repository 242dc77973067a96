package io.github.scimult.server.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.search.index.MatchedWords;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.result.LabelDetails;
import io.github.scimult.search.result.LabelResult;
import io.github.scimult.search.result.LabelResults;
import io.github.scimult.search.result.NamedFacets;
import io.github.scimult.search.result.NamedValue;
import io.github.scimult.search.result.PaperResult;
import io.github.scimult.search.result.PaperResults;
import io.github.scimult.search.result.PaperSummary;
import io.github.scimult.search.result.SearchResults;
import java.util.List;
import java.util.Optional;

/** A paper, a label and results that the API's description shows. */
final class Examples {
    static final String ID = "17";
    static final PaperSummary PAPER = read(PaperSummary.class, """
            {"id": "17", "title": "Drawing graphs", "abstract": "…", "authors": ["A. Author"], "venue": "GD", "year": 2004,
             "labels": [{"id": "g", "name": "graphs"}], "doi": "10.1007/b104584", "url": "https://example.org/17.pdf",
             "citations": 3, "other": {"language": "en"}}""");
    static final IndexedLabel LABEL =
            new IndexedLabel("g", "graphs", "things with edges", List.of("networks"), List.of());
    static final LabelDetails LABEL_DETAILS = read(LabelDetails.class, """
            {"id": "g", "name": "graphs", "definition": "things with edges", "synonyms": ["networks"],
             "parents": [{"id": "m", "name": "mathematics"}], "children": [{"id": "t", "name": "trees"}], "papers": 12}""");
    static final LabelResults LABELS = new LabelResults(List.of(read(LabelResult.class, """
            {"rank": 1, "score": 1.7, "probability": 0.85, "named": true, "neighbours": 0.4,
             "label": {"id": "g", "name": "graphs", "definition": "things with edges", "synonyms": ["networks"], "parents": [],
              "notation": "511.5"}}""")));

    static final SearchResults SEARCH = new SearchResults(
            papers(Optional.empty()).results(),
            1,
            true,
            false,
            Optional.of(new NamedFacets(
                    List.of(new NamedValue("2004", "2004", 1)),
                    List.of(new NamedValue("GD", "GD", 1)),
                    List.of(new NamedValue("g", "graphs", 1)),
                    List.of(new NamedValue("A. Author", "A. Author", 1)))));

    private Examples() {}

    private static <T> T read(Class<T> type, String json) {
        try {
            return Json.STRICT.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example that is no " + type.getSimpleName(), e);
        }
    }

    /** @param shared what the paper has in common with the one that was asked about; empty for a search */
    static PaperResults papers(Optional<PaperResult.Shared> shared) {
        PaperResult.Why why = new PaperResult.Why(
                Optional.of(new PaperResult.SystemRank(2, 11.4f)),
                Optional.of(new PaperResult.SystemRank(1, 0.91f)),
                shared);
        PaperResult.Matches matches = new PaperResult.Matches(List.of(new MatchedWords.Place(0, 7)), List.of());
        return new PaperResults(List.of(PaperResult.of(1, 0.87, PAPER, why, matches)));
    }
}
