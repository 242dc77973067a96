package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.analysis.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches as people type them, on an index of a few papers. */
class QuerySyntaxTest {
    @TempDir
    private Path folder;

    private Path collection() throws IOException {
        Path collection = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            writer.add(paper("m", "Drawing large graphs", "Layouts by forces.", 1999, "Graph Drawing", "Jörg Müller"));
            writer.add(paper("n", "Graphs, large and small", "Drawing is hard.", 2005, "Proceedings of GD", "Ann Lee"));
            writer.add(paper(
                    "o",
                    Normalizer.normalize("Städte in München", Normalizer.Form.NFD),
                    "Trial NCT00979628 of résumés.",
                    2010,
                    "ICML",
                    "Bjørn Œuvrard"));
            writer.add(paper("p", "Ｆｕｌｌ　ｗｉｄｔｈ", "Letters.", 2015, "CHI", "Ann Müllerleile"));
            writer.add(new Label("g", "Information visualisation", ""));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("n", "g", 1));
            writer.commit();
        }
        return collection;
    }

    private static Paper paper(String id, String title, String text, int year, String venue, String author) {
        return new Paper(id, title, text, new PaperMetadata(year, venue, List.of(author), List.of(), Map.of()));
    }

    private List<String> found(String typed, SearchFilter filter) throws IOException {
        Path out = folder.resolve("index");
        if (!out.toFile().exists()) {
            IndexFixture.index(collection(), out);
        }
        try (LiteratureIndex index = LiteratureIndex.open(out, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            PaperQuery query =
                    PaperQuery.of(Task.SEARCH, SegmentedText.of(typed)).among(filter);
            boolean demandsAlone = typed.matches("(author|title|venue|label|year):.*");
            return index.papers(demandsAlone ? query : query.bm25Weight(Double.POSITIVE_INFINITY)).stream()
                    .map(hit -> hit.paper().id())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Muller | m",
                "Müller | m",
                "MÜLLER | m",
                "munchen | o",
                "München | o",
                "stadte | o",
                "full width | p",
                "bjorn | o",
                "oeuvrard | o",
                "NCT00979628 | o",
                "resume | o",
                "\"large graphs\" | m",
                "\"graphs large\" | n",
                "\"no paper has this\" large | m,n",
                "graphs -small | m",
                "graphs NOT small | m",
                "graphs -author:ann | m",
                "author:Muller | m",
                "author:\"J. Müller\" | m",
                "author:\"Muller, Jörg\" | m",
                "author:\"Müller, J\" | m",
                "author:müll* | m,p",
                "author:ann | n,p",
                "title:drawing | m",
                "venue:gd | n",
                "venue:drawing | m",
                "label:g | n",
                "label:\"information visualisation\" | n",
                "year:2005 | n",
                "year:2005-2010 | n,o",
                "year:[2005 TO 2010] | n,o",
                "year:>2010 | p",
                "author:ann year:-2010 | n",
                "graphs \"large | m,n",
                "graphs AND | m,n",
                "foo:graphs | m,n"
            })
    void aSearchFindsWhatItSays(String typed, String ids) throws IOException {
        assertThat(String.join(",", found(typed, SearchFilter.NONE))).isEqualTo(ids);
    }

    @Test
    void filtersTakePartsOfNames() throws IOException {
        assertThat(found("graphs", new SearchFilter(null, null, null, "Muller", null)))
                .containsExactly("m");
        assertThat(found("graphs", new SearchFilter(null, null, "proceedings", null, null)))
                .containsExactly("n");
        assertThat(found("graphs", new SearchFilter(null, null, "?!", null, null)))
                .isEmpty();
    }

    @Test
    void demandsAloneGiveTheNewestFirst() throws IOException {
        IndexFixture.index(collection(), folder.resolve("index"));
        try (LiteratureIndex index =
                LiteratureIndex.open(folder.resolve("index"), IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            assertThat(index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("year:1999-"))))
                    .extracting(hit -> hit.paper().id())
                    .containsExactly("p", "o", "n", "m");
        }
    }

    @Test
    void aTextOfAnyLengthIsAQuery() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 5_000; word++) {
            text.append("filler").append(word).append(' ');
        }
        IndexFixture.index(collection(), folder.resolve("index"));
        try (IndexUpdate update =
                IndexUpdate.open(folder.resolve("index"), IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            update.putPapers(List.of(new Paper("long", "Long", text.toString())));
            update.commit();
        }
        for (Task task : List.of(Task.SEARCH, Task.LINK)) {
            for (String typed : List.of(text + "NCT00979628", text.toString())) {
                try (LiteratureIndex index =
                        LiteratureIndex.open(folder.resolve("index"), IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
                    assertThat(index.papers(PaperQuery.of(task, SegmentedText.of(typed))))
                            .extracting(hit -> hit.paper().id())
                            .contains("long");
                }
            }
        }
    }

    @Test
    void aLanguageHasItsOwnStemsAndAnIndexKeepsIt() throws IOException {
        Path collection = folder.resolve("german");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            writer.add(new Paper("1", "Die Bibliothek", ""));
            writer.add(new Paper("2", Normalizer.normalize("Schöne Häuser", Normalizer.Form.NFD), ""));
            writer.commit();
        }
        Path out = folder.resolve("germanIndex");
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            new IndexBuilder(opened, IndexFixture.ENCODER, (done, total) -> {})
                    .language(Language.parse("de"))
                    .build(out, "m", IndexFixture.FINGERPRINT, () -> false);
        }
        assertThat(LiteratureIndex.facts(out).language()).isEqualTo(Language.GERMAN);
        try (LiteratureIndex index = LiteratureIndex.open(out, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            assertThat(first(index, "Bibliotheken")).isEqualTo("1");
            assertThat(first(index, "haus")).isEqualTo("2");
            MatchedWords.Place place =
                    index.matchedWords("Haus").in("Scho\u0308ne Ha\u0308user").getFirst();
            assertThat(place).isEqualTo(new MatchedWords.Place(8, 15));
        }
        assertThatThrownBy(() -> Language.parse("klingon")).hasMessageContaining("german");
    }

    private static String first(LiteratureIndex index, String words) throws IOException {
        PaperQuery query = PaperQuery.of(Task.SEARCH, SegmentedText.of(words)).bm25Weight(Double.POSITIVE_INFINITY);
        return index.papers(query).getFirst().paper().id();
    }
}
