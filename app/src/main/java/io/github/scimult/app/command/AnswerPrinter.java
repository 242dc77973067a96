package io.github.scimult.app.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.util.ArrayList;
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

    void printTags(List<Tag> tags) throws IOException {
        if (json) {
            for (Tag tag : tags) {
                System.out.println(JSON.writeValueAsString(tag));
            }
            return;
        }
        Style style = Style.ofStandardOutput();
        for (int rank = 0; rank < tags.size(); rank++) {
            Tag tag = tags.get(rank);
            System.out.printf("%3d  %s%n", rank + 1, style.bold(tag.label().title()));
            if (!tag.label().text().isBlank()) {
                System.out.println("     " + tag.label().text());
            }
            System.out.println("     " + tag.label().id() + "   " + why(tag));
        }
        if (tags.isEmpty()) {
            System.out.println("no label fits");
        }
    }

    private static String why(Tag tag) {
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(tag.probability())) {
            parts.add(String.format(Locale.ROOT, "%.0f %% likely", 100 * tag.probability()));
        }
        if (tag.evidence().similarity() > 0) {
            parts.add(
                    String.format(Locale.ROOT, "similar (%.3f)", tag.evidence().similarity()));
        }
        if (tag.evidence().named()) {
            parts.add("named in the text");
        }
        if (tag.evidence().neighbours() > 0) {
            parts.add(String.format(
                    Locale.ROOT,
                    "on %.0f %% of the nearest papers",
                    100 * tag.evidence().neighbours()));
        }
        return String.join(", ", parts);
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
        return vectors + ", " + words;
    }
}
