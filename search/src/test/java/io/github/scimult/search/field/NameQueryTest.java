package io.github.scimult.search.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.search.analysis.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors are found by a part of their name, as people write it. */
class NameQueryTest {
    /** The authors of the papers 0 to 6. */
    private static final List<List<String>> AUTHORS = List.of(
            List.of("Jörg Müller", "Ann Lee"),
            List.of("Muller, J."),
            List.of("Ann Müller", "Jörg Schmidt"),
            List.of("J.R.R. Tolkien"),
            List.of("Conor O'Neil"),
            List.of("Ann-Marie Slaughter"),
            List.of());

    private static DirectoryReader reader;

    @BeforeAll
    static void index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(IndexField.ofRecords(Language.ENGLISH));
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (List<String> authors : AUTHORS) {
                Document paper = new Document();
                authors.forEach(author -> paper.add(new TextField(IndexField.AUTHOR_NAMES, author, Field.Store.NO)));
                writer.addDocument(paper);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
    }

    private static List<Integer> found(String name) {
        try {
            return Stream.of(
                            new IndexSearcher(reader).search(NameQuery.of(IndexField.AUTHOR_NAMES, name), 10).scoreDocs)
                    .map(hit -> hit.doc)
                    .sorted()
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the index is in memory
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Müller, 0 1 2",
        "MULLER, 0 1 2",
        "Mu\u0308ller, 0 1 2",
        "Jörg Müller, 0",
        "'Müller, Jörg', 0",
        "J. Müller, 0 1",
        "'Muller, J.', 0 1",
        "Ann Müller, 2",
        "A. Müller, 2",
        "Lee Müller, ''",
        "Tolkien, 3",
        "J.R.R. Tolkien, 3",
        "J. Tolkien, 3",
        "O'Neil, 4",
        "O’Neil, 4",
        "Neil, 4",
        "Ann-Marie, 5",
        "Marie Ann, 5",
        "Mul*, 0 1 2",
        "mül*, 0 1 2",
        "Slaugh*, 5",
        "Ann Sl*, 5",
        "Jörg Sch*, 2",
        "Ann-Mar*, 5",
        "Nobody, ''",
        "Nob*, ''",
        "ülle, ''"
    })
    void aPartOfANameFindsWhoHasIt(String name, String papers) {
        assertThat(found(name))
                .isEqualTo(Stream.of(papers.split(" "))
                        .filter(paper -> !paper.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "* *", ".", "'", "\"", "-*"})
    void whatHasNoLetterFindsNobodyAndNotEverybody(String name) {
        assertThat(found(name)).isEmpty();
    }

    @Test
    void theOrderAndTheCaseOfWordsDoNotMatter() {
        for (List<String> authors : AUTHORS) {
            for (String author : authors) {
                List<String> words = List.of(author.split(" "));
                assertThat(found(String.join(" ", words.reversed())))
                        .isEqualTo(found(author))
                        .isNotEmpty();
                assertThat(found(author.toUpperCase(Locale.ROOT))).isEqualTo(found(author));
            }
        }
    }

    @Test
    void everyFurtherWordLeavesNoMorePapers() {
        for (String word : List.of("Müller", "Ann", "J", "Tolk*")) {
            for (String further : List.of("Jörg", "Ann", "R", "Nobody", "M*")) {
                assertThat(found(word)).containsAll(found(word + " " + further));
            }
        }
    }
}
