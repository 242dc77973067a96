package io.github.scimult.app.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.core.storage.Json;
import io.github.scimult.exchange.citation.BibTexWriter;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers for people, as JSON, one a line, or as BibTeX. */
public record ResultPrinter(Format format) {

    /** How answers are written. */
    public enum Format {
        TEXT,
        JSON,
        BIBTEX
    }

    /** @param question what to call it; null where it is the only one */
    public void print(String question, List<SearchHit> hits) throws IOException {
        if (format == Format.BIBTEX) {
            hits.forEach(
                    hit -> System.out.println(BibTexWriter.entry(hit.paper().toPaper())));
            return;
        }
        print(
                question,
                hits,
                "nothing found",
                hit -> new Entry(
                        hit.paper().title(), about(hit.paper()), hit.paper().id(), why(hit)));
    }

    /** @param question what to call it; null where it is the only one */
    public void printTags(String question, List<Tag> tags) throws IOException {
        print(
                question,
                tags,
                "no label fits",
                tag -> new Entry(
                        tag.label().name(),
                        tag.label().definition(),
                        tag.label().id(),
                        why(tag)));
    }

    /**
     * An answer for people.
     *
     * @param about a line on it; blank for none
     * @param why it is an answer
     */
    private record Entry(String name, String about, String id, String why) {}

    private <T> void print(String question, List<T> answers, String none, Function<T, Entry> entry) throws IOException {
        if (format == Format.JSON) {
            for (T answer : answers) {
                System.out.println(Json.line(named(question, answer)));
            }
            return;
        }
        Style style = Style.ofStandardOutput();
        if (question != null) {
            System.out.println(style.bold("# " + question));
        }
        for (int rank = 0; rank < answers.size(); rank++) {
            Entry shown = entry.apply(answers.get(rank));
            System.out.printf("%3d  %s%n", rank + 1, style.bold(shown.name()));
            if (!shown.about().isBlank()) {
                System.out.println("     " + shown.about());
            }
            System.out.println("     " + shown.id() + "   " + shown.why());
        }
        if (answers.isEmpty()) {
            System.out.println(none);
        }
        if (question != null) {
            System.out.println();
        }
    }

    /** Where several are asked, each answer says to what. */
    private static Object named(String question, Object answer) {
        if (question == null) {
            return answer;
        }
        ObjectNode json = Json.MAPPER.createObjectNode().put("query", question);
        json.setAll((ObjectNode) Json.MAPPER.valueToTree(answer));
        return json;
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
                Stream.of(authors, paper.venue(), year)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String why(SearchHit hit) {
        String words = hit.bm25Rank() == 0
                ? "not among the first by words"
                : String.format(Locale.ROOT, "words %d (%.1f)", hit.bm25Rank(), hit.bm25Score());
        String vectors = hit.denseRank() == 0
                ? "not among the nearest"
                : String.format(Locale.ROOT, "nearest %d (%.3f)", hit.denseRank(), hit.denseScore());
        return vectors + ", " + words;
    }
}
