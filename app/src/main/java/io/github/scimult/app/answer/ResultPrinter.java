package io.github.scimult.app.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.core.storage.Json;
import io.github.scimult.exchange.citation.BibTexWriter;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.result.LabelResults;
import io.github.scimult.search.result.ResultReader;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Prints results for people, as JSON, one a line and the same as over HTTP, or as BibTeX.
 *
 * @param index gave them
 */
public record ResultPrinter(Format format, LiteratureIndex index) {

    /** How results are written. */
    public enum Format {
        TEXT,
        JSON,
        BIBTEX
    }

    /**
     * Prints papers.
     *
     * @param name what to call the query; null where it is the only one
     * @param query whose words are marked
     * @param asked the paper of the index that was asked about
     */
    public void papers(String name, List<SearchHit> hits, String query, Optional<IndexedPaper> asked)
            throws IOException {
        switch (format) {
            case TEXT -> print(name, hits, "nothing found", ResultPrinter::entry);
            case JSON ->
                printLines(
                        name,
                        new ResultReader(index).results(hits, query, asked).results());
            case BIBTEX ->
                hits.forEach(
                        hit -> System.out.println(BibTexWriter.entry(hit.paper().toPaper())));
        }
    }

    /** Prints labels. @param name what to call the query; null where it is the only one */
    public void labels(String name, List<Tag> tags) {
        if (format == Format.JSON) {
            printLines(name, LabelResults.of(tags).results());
        } else {
            print(name, tags, "no label fits", ResultPrinter::entry);
        }
    }

    /**
     * A result as one of several queries has it.
     *
     * @param query its name
     */
    private record Named(String query, @JsonUnwrapped Record result) {}

    private static void printLines(String name, List<? extends Record> results) {
        results.forEach(result -> System.out.println(Json.line(name == null ? result : new Named(name, result))));
    }

    /**
     * A result for people.
     *
     * @param about a line on it; blank for none
     * @param why it is a result
     */
    private record Entry(String name, String about, String id, String why) {}

    private static <T> void print(String name, List<T> results, String none, Function<T, Entry> entry) {
        Style style = Style.ofStandardOutput();
        if (name != null) {
            System.out.println(style.bold("# " + name));
        }
        for (int rank = 0; rank < results.size(); rank++) {
            Entry shown = entry.apply(results.get(rank));
            System.out.printf("%3d  %s%n", rank + 1, style.bold(shown.name()));
            if (!shown.about().isBlank()) {
                System.out.println("     " + shown.about());
            }
            System.out.println("     " + shown.id() + "   " + shown.why());
        }
        if (results.isEmpty()) {
            System.out.println(none);
        }
        if (name != null) {
            System.out.println();
        }
    }

    private static Entry entry(SearchHit hit) {
        return new Entry(hit.paper().title(), about(hit.paper()), hit.paper().id(), why(hit));
    }

    private static Entry entry(Tag tag) {
        return new Entry(
                tag.label().name(), tag.label().definition(), tag.label().id(), why(tag));
    }

    private static String why(Tag tag) {
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(tag.probability())) {
            parts.add(String.format(Locale.ROOT, "%.0f %% likely", 100 * tag.probability()));
        }
        if (tag.similarity() > 0) {
            parts.add(String.format(Locale.ROOT, "similar (%.3f)", tag.similarity()));
        }
        if (tag.named()) {
            parts.add("named in the text");
        }
        if (tag.neighbours() > 0) {
            parts.add(String.format(Locale.ROOT, "on %.0f %% of the nearest papers", 100 * tag.neighbours()));
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
        String lexical = hit.bm25Rank() == 0
                ? "not among the first by BM25"
                : String.format(Locale.ROOT, "BM25 rank %d (%.1f)", hit.bm25Rank(), hit.bm25Score());
        String dense = hit.denseRank() == 0
                ? "not among the nearest by embedding"
                : String.format(Locale.ROOT, "dense rank %d (%.3f)", hit.denseRank(), hit.denseScore());
        return dense + ", " + lexical;
    }
}
