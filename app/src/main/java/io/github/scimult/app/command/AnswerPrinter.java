package io.github.scimult.app.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.SearchHit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Answers for people, or as JSON, one a line. */
record AnswerPrinter(boolean json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void print(List<SearchHit> hits) throws IOException {
        if (json) {
            for (SearchHit hit : hits) {
                System.out.println(JSON.writeValueAsString(hit));
            }
            return;
        }
        Style style = Style.ofStandardOutput();
        for (int rank = 0; rank < hits.size(); rank++) {
            SearchHit hit = hits.get(rank);
            System.out.printf("%3d  %s%n", rank + 1, style.bold(hit.paper().title()));
            String about = about(hit.paper());
            if (!about.isEmpty()) {
                System.out.println("     " + about);
            }
            System.out.println("     " + hit.paper().id() + "   " + why(hit));
        }
        if (hits.isEmpty()) {
            System.out.println("nothing found");
        }
    }

    private static String about(IndexedPaper paper) {
        String authors = paper.authors().size() > 3
                ? paper.authors().getFirst() + " et al."
                : String.join(", ", paper.authors());
        String year = paper.year() == null ? "" : paper.year().toString();
        return String.join(
                ", ",
                java.util.stream.Stream.of(authors, paper.venue(), year)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String why(SearchHit hit) {
        String words = hit.wordRank() == 0
                ? "not among the first by words"
                : String.format(Locale.ROOT, "words %d (%.1f)", hit.wordRank(), hit.wordScore());
        String vectors = hit.vectorRank() == 0
                ? "not among the nearest"
                : String.format(Locale.ROOT, "nearest %d (%.3f)", hit.vectorRank(), hit.vectorScore());
        return hit.wordRank() == 0
                        && hit.paper().authors().isEmpty()
                        && hit.paper().year() == null
                ? vectors
                : vectors + ", " + words;
    }
}
