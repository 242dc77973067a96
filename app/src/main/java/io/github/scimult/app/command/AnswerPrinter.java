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
import java.util.function.Function;

/** Answers for people, or as JSON, one a line. */
record AnswerPrinter(boolean json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void print(List<SearchHit> hits) throws IOException {
        print(hits, "nothing found", hit -> new Entry(hit.paper(), about(hit.paper()), why(hit)));
    }

    void printTags(List<Tag> tags) throws IOException {
        print(tags, "no label fits", tag -> new Entry(tag.label(), tag.label().text(), why(tag)));
    }

    /**
     * An answer for people.
     *
     * @param answer what was found
     * @param about a line on it; blank for none
     * @param why it is an answer
     */
    private record Entry(IndexedPaper answer, String about, String why) {}

    private <T> void print(List<T> answers, String none, Function<T, Entry> entry) throws IOException {
        if (json) {
            for (T answer : answers) {
                System.out.println(JSON.writeValueAsString(answer));
            }
            return;
        }
        Style style = Style.ofStandardOutput();
        for (int rank = 0; rank < answers.size(); rank++) {
            Entry shown = entry.apply(answers.get(rank));
            System.out.printf("%3d  %s%n", rank + 1, style.bold(shown.answer().title()));
            if (!shown.about().isBlank()) {
                System.out.println("     " + shown.about());
            }
            System.out.println("     " + shown.answer().id() + "   " + shown.why());
        }
        if (answers.isEmpty()) {
            System.out.println(none);
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
