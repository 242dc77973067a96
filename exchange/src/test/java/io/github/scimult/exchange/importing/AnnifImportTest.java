package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.exchange.importing.split.ImportSplit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annif's documents in each of their layouts, with a vocabulary. */
class AnnifImportTest {
    private static final String TABLE = "<http://v/cats>\tcats\t599.75\n<http://v/dogs>\tdogs\n";

    private ImportFolders folders;

    @BeforeEach
    void folders(@TempDir Path root) {
        folders = new ImportFolders(root);
    }

    private String imported(Path... in) throws IOException {
        return CollectionImport.run(
                ImportFormats.of("annif"), List.of(in), folders.out(), ImportOptions.DEFAULTS, read -> {});
    }

    private List<Paper> papers() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            List<Paper> papers = new ArrayList<>();
            for (int row = 0; row < collection.papers().size(); row++) {
                papers.add(collection.papers().get(row));
            }
            return papers;
        }
    }

    private List<Label> labels() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            List<Label> labels = new ArrayList<>();
            for (int row = 0; row < collection.labels().size(); row++) {
                labels.add(collection.labels().get(row));
            }
            return labels;
        }
    }

    private String train() throws IOException {
        return folders.qrels("classification/train");
    }

    @Test
    void linesOfATextAndUrisBetweenTabsArePapersWithLabels() throws IOException {
        imported(
                folders.write("documents.tsv", "Purring\t<http://v/cats> http://v/dogs\nOn nothing\t\n"),
                folders.write("vocabulary.tsv", TABLE));
        List<Paper> papers = papers();
        assertThat(papers).extracting(Paper::title).containsExactly("Purring", "On nothing");
        assertThat(train().lines())
                .containsExactly(
                        papers.get(0).id() + "\thttp://v/cats\t1", papers.get(0).id() + "\thttp://v/dogs\t1");
        assertThat(labels())
                .containsExactly(
                        new Label("http://v/cats", "cats", "", List.of(), List.of(), "599.75"),
                        new Label("http://v/dogs", "dogs", ""));
    }

    @Test
    void aPackedCorpusIsReadAsOneThatIsNot() throws IOException {
        Path vocabulary = folders.write("vocabulary.tsv", TABLE);
        Path packed = vocabulary.resolveSibling("documents.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("Purring\t<http://v/cats>\n".getBytes(StandardCharsets.UTF_8));
        }
        imported(vocabulary, packed);
        assertThat(train()).endsWith("\thttp://v/cats\t1\n");
    }

    @Test
    void aTextWithoutAnIdGetsTheSameOneWhereverItStands() throws IOException {
        String report = imported(
                folders.write("vocabulary.tsv", TABLE),
                folders.write("a.tsv", "Purring  and more\t<http://v/cats>\n"),
                folders.write("b.csv", "text,subject_uris\nPurring and more,http://v/dogs\n"));
        assertThat(papers()).hasSize(1);
        assertThat(train().lines()).hasSize(2);
        assertThat(report).contains("1 paper records met again");
    }

    @Test
    void aLongTextHasItsFirstLineForATitleIfThatIsShort() throws IOException {
        String sentence = "A sentence that says something of cats and dogs in many words. ".repeat(5);
        imported(
                folders.write("full/1.txt", "Cats\n\n" + sentence),
                folders.write("full/2.txt", sentence),
                folders.write("vocabulary.tsv", TABLE));
        assertThat(papers()).extracting(Paper::id).containsExactly("1", "2");
        assertThat(papers()).extracting(Paper::title).containsExactly("Cats", "");
        assertThat(papers()).extracting(paper -> paper.text().strip()).containsOnly(sentence.strip());
    }

    @Test
    void rowsOfATableKeepTheirIdsAndOtherColumns() throws IOException {
        imported(
                folders.write("vocabulary.tsv", TABLE),
                folders.write(
                        "documents.csv",
                        "document_id,title,text,year,subject_uris\nd1,Purring,\"It, is\nloud\",1999,<http://v/cats>\n"));
        Paper paper = papers().getFirst();
        assertThat(paper.id()).isEqualTo("d1");
        assertThat(paper.title()).isEqualTo("Purring");
        assertThat(paper.text()).isEqualTo("It, is\nloud");
        assertThat(paper.metadata().year()).isEqualTo(1999);
        assertThat(train()).isEqualTo("d1\thttp://v/cats\t1\n");
    }

    @Test
    void subjectsOfJsonLinesAreByUriOrByLabel() throws IOException {
        imported(folders.write("vocabulary.tsv", TABLE), folders.write("documents.jsonl", """
                        {"document_id": "d1", "text": "Purring", "subjects": [{"uri": "http://v/cats"}, {"label": "dogs"}]}
                        {"document_id": "d2", "metadata": {"title": "Barking", "abstract": "Loud."}, "subjects": [{"uri": "http://v/dogs", "label": "hounds"}]}
                        """));
        assertThat(train()).isEqualTo("d1\thttp://v/cats\t1\nd1\thttp://v/dogs\t1\nd2\thttp://v/dogs\t1\n");
        assertThat(papers().get(1).title()).isEqualTo("Barking");
        assertThat(papers().get(1).text()).isEqualTo("Loud.");
    }

    @Test
    void foldersOfTextsHaveTheirSubjectsInFilesBeside() throws IOException {
        folders.write("full/a.txt", "Purring");
        folders.write("full/a.tsv", "<http://v/cats>\tcats\n");
        folders.write("full/b.txt", "Barking");
        folders.write("full/b.key", "dogs\n");
        folders.write("full/c.txt", "Neither");
        folders.write("full/d.json", "{\n \"text\": \"Both\",\n \"subjects\": [{\"label\": \"dogs\"}]\n}\n");
        imported(folders.write("v.tsv", TABLE), folders.root().resolve("in/full"));
        assertThat(papers()).extracting(Paper::id).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(train().lines())
                .containsExactlyInAnyOrder("a\thttp://v/cats\t1", "b\thttp://v/dogs\t1", "d\thttp://v/dogs\t1");
    }

    @Test
    void aSubjectThatNoVocabularyHasCostsTheDocumentNothingElse() throws IOException {
        String report = imported(
                folders.write("vocabulary.tsv", TABLE),
                folders.write("documents.tsv", "Purring\thttp://v/cats http://v/mice\nBarking\thttp://v/mice\n"));
        assertThat(papers()).hasSize(2);
        assertThat(train().lines()).hasSize(1);
        assertThat(report)
                .contains("2 assigned subjects that no vocabulary has")
                .contains("documents.tsv:1: the subject <http://v/mice> is in no vocabulary");
    }

    @Test
    void aTableWithLabelsInSeveralLanguagesGivesThoseOfOne() throws IOException {
        Path vocabulary = folders.write(
                "v.csv",
                "uri,notation,label_en,label_fi\nhttp://v/cats,1,cats,kissat\nhttp://v/dogs,,,koirat\nhttp://v/x,,,\n");
        Path documents = folders.write("d.jsonl", "{\"text\": \"Kehrää\", \"subjects\": [{\"label\": \"kissat\"}]}\n");
        String report = CollectionImport.run(
                ImportFormats.of("annif"),
                List.of(vocabulary, documents),
                folders.out(),
                ImportOptions.DEFAULTS.inLanguage("fi"),
                read -> {});
        assertThat(labels()).extracting(Label::name).containsExactly("kissat", "koirat");
        assertThat(train()).endsWith("\thttp://v/cats\t1\n");
        assertThat(report).contains("names of the vocabulary: fi").contains("1 concepts without a name left out");
    }

    @Test
    void withoutAVocabularyTheLabelsThatDocumentsNameAreTaken() throws IOException {
        String report = imported(folders.write("d.jsonl", """
                {"document_id": "1", "text": "Purring", "subjects": [{"uri": "http://v/cats", "label": "cats"}, {"label": "Big Cats"}]}
                """));
        assertThat(labels()).extracting(Label::id).containsExactly("http://v/cats", "big-cats");
        assertThat(train().lines()).hasSize(2);
        assertThat(report).contains("no vocabulary was given");
    }

    @Test
    void twoDocumentsOfOneNameAreTwoPapers() throws IOException {
        folders.write("train/1.txt", "Purring");
        folders.write("test/1.txt", "Barking");
        String report = imported(folders.root().resolve("in"));
        assertThat(papers()).extracting(Paper::title).containsExactlyInAnyOrder("Purring", "Barking");
        assertThat(report).contains("another document is called '1' already");
    }

    @Test
    void documentsAreDividedWhereSharesAreAskedFor() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("text ").append(i).append("\thttp://v/cats\n");
        }
        CollectionImport.run(
                ImportFormats.of("annif"),
                List.of(folders.write("v.tsv", TABLE), folders.write("d.tsv", lines.toString())),
                folders.out(),
                new ImportOptions(ImportSplit.Shares.parse("80/10/10", ImportSplit.Order.RANDOM, 17), Optional.empty()),
                read -> {});
        assertThat(train().lines()).hasSize(80);
        assertThat(folders.qrels("classification/dev").lines()).hasSize(10);
        assertThat(folders.qrels("classification/test").lines()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text without a tab\n", "\n\thttp://v/cats\n"})
    void aLineThatIsNoDocumentIsNamed(String bad) throws IOException {
        String report =
                imported(folders.write("v.tsv", TABLE), folders.write("d.tsv", "Purring\thttp://v/cats\n" + bad));
        assertThat(papers()).hasSize(1);
        assertThat(report).contains("1 left out").contains("d.tsv:");
    }

    @Test
    void aTableOfSomethingElseIsRefusedWithWhatIsExpected() throws IOException {
        Path file = folders.write("d.csv", "name,age\nx,1\n");
        assertThatThrownBy(() -> imported(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("none of the names in the first line is 'text'");
    }
}
