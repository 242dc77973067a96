package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.exchange.importing.split.ImportSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and services export: several files, updates, references, labels. */
class ImportExportsTest {
    private ImportFolders folders;

    @BeforeEach
    void folders(@TempDir Path root) {
        folders = new ImportFolders(root);
    }

    private String run(String format, ImportOptions options, Path... in) throws IOException {
        return CollectionImport.run(ImportFormats.of(format), List.of(in), folders.out(), options, read -> {});
    }

    private static String citation(String pmid, String version, String title, String references) {
        return "<PubmedArticle><MedlineCitation><PMID Version=\"" + version + "\">" + pmid
                + "</PMID><Article><ArticleTitle>"
                + title + "</ArticleTitle></Article><CommentsCorrectionsList>" + references
                + "</CommentsCorrectionsList></MedlineCitation></PubmedArticle>\n";
    }

    private static String cites(String pmid) {
        return "<CommentsCorrections RefType=\"Cites\"><PMID>" + pmid + "</PMID></CommentsCorrections>";
    }

    @Test
    void baselineAndUpdatesGiveTheNewestVersionsWithoutWhatWasDeleted() throws IOException {
        folders.write(
                "baseline/pubmed25n0001.xml",
                "<PubmedArticleSet>" + citation("1", "1", "Old", "")
                        + citation("2", "1", "Stays", cites("1") + cites("3") + cites("99"))
                        + citation("3", "1", "Deleted", "")
                        + citation("4", "1", "Deleted and back", "") + "</PubmedArticleSet>");
        folders.write(
                "baseline/pubmed25n0002.xml",
                "<PubmedArticleSet>" + citation("5", "1", "Second file", cites("2")) + "</PubmedArticleSet>");
        folders.write(
                "updates/pubmed25n1275.xml",
                "<PubmedArticleSet>" + citation("1", "1", "New", "")
                        + "<DeleteCitation><PMID Version=\"1\">3</PMID><PMID>4</PMID></DeleteCitation></PubmedArticleSet>");
        folders.write(
                "updates/pubmed25n1276.xml",
                "<PubmedArticleSet>" + citation("4", "1", "Back", "") + "</PubmedArticleSet>");
        Path in = folders.root().resolve("in");

        String report = run("medline", ImportOptions.DEFAULTS, in.resolve("baseline"), in.resolve("updates"));

        assertThat(titles()).containsExactlyInAnyOrder("New", "Stays", "Second file", "Back");
        assertThat(folders.qrels("link/train").lines()).containsExactlyInAnyOrder("2\t1\t1", "5\t2\t1");
        assertThat(report)
                .contains("3 paper records replaced by a newer version, or deleted")
                .contains("2 references to papers outside");
    }

    private List<String> titles() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            List<String> titles = new ArrayList<>();
            for (int row = 0; row < collection.papers().size(); row++) {
                titles.add(collection.papers().get(row).title());
            }
            return titles;
        }
    }

    @Test
    void aFileOfManyReferencesToCharactersIsRead() throws IOException {
        String title = "&lt;&amp;".repeat(60_000);
        folders.imported(
                "medline",
                folders.write("a.xml", "<PubmedArticleSet>" + citation("1", "1", title, "") + "</PubmedArticleSet>"));
        assertThat(folders.paper(0).title()).hasSize(120_000);
    }

    @Test
    void librariesOfAFolderBecomeOneAndKeywordsLabels() throws IOException {
        folders.write("a.bib", "@article{k, title = {One}, keywords = {C++; C; graph theory}}\n");
        folders.write("sub/b.BIB", "@article{k, title = {Two}, keywords = {Graph Theory}}\n");
        folders.write("sub/c.bib", "@article{k, title = {One}}\n");
        folders.write("notes.txt", "no library");

        String report = run("bibtex", ImportOptions.DEFAULTS, folders.root().resolve("in"));

        assertThat(titles()).containsExactly("One", "Two");
        assertThat(folders.qrels("classification/train"))
                .isEqualTo("k\tc++\t1\nk\tc\t1\nk\tgraph-theory\t1\nk-2\tgraph-theory\t1\n");
        assertThat(report).contains("names another paper in another file; this one is called 'k-2'");
    }

    @Test
    void recordsWithoutAnIdAreNumberedOverAllFiles() throws IOException {
        folders.write("a.ris", "TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n");
        folders.write("b.ris", "TY  - JOUR\nTI  - Three\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n");

        String report = run("ris", ImportOptions.DEFAULTS, folders.root().resolve("in"));

        assertThat(titles()).containsExactly("One", "Two", "Three");
        assertThat(folders.paper(2).id()).isEqualTo("entry-3");
        assertThat(report).contains("1 paper records met again").doesNotContain("remark");
    }

    @Test
    void aFolderWithoutSuchFilesIsRefused() throws IOException {
        Path in = folders.write("notes.txt", "no library").getParent();
        assertThatThrownBy(() -> folders.imported("ris", in)).hasMessageContaining("whose name ends in .ris");
    }

    @Test
    void papersOfServicesAreKnownByTheirFields() throws IOException {
        folders.imported("json", folders.write("mixed.jsonl", """
                {"id": "https://openalex.org/W1", "display_name": "Open", "publication_year": 2019, "abstract_inverted_index": {"words": [1], "Two": [0]}, "authorships": [{"author": {"display_name": "A. One"}}], "primary_location": {"source": {"display_name": "J"}}, "referenced_works": ["https://openalex.org/W2"], "topics": [{"display_name": "Trees"}], "doi": "https://doi.org/10.1/o"}
                {"id": "https://openalex.org/W2", "title": "Cited"}
                {"paperId": "s2", "title": "Scholar", "abstract": null, "year": 2020, "venue": "V", "authors": [{"authorId": "7", "name": "B. Two"}], "references": [{"paperId": "W2"}], "fieldsOfStudy": ["Biology"]}
                {"DOI": "10.1/cr", "title": ["Crossref <i>x</i>"], "container-title": ["Journal"], "issued": {"date-parts": [[2018, 5]]}, "author": [{"given": "C.", "family": "Three"}], "abstract": "<jats:p>Text &amp; more</jats:p>"}
                {"id": "1207.0001", "title": "arXiv\\n  title", "authors": "D. E. Four, F. Five and G. Six", "categories": "cs.LG stat.ML", "update_date": "2012-07-03", "journal-ref": null}
                {"id": "smith", "type": "article-journal", "title": "CSL", "author": [{"literal": "The Group"}], "issued": {"date-parts": [["2001"]]}, "container-title": "T", "keyword": "one, two"}
                """));
        assertPaper(0, "W1", "Open", 2019, "J", "A. One");
        assertThat(folders.paper(0).text()).isEqualTo("Two words");
        assertPaper(2, "s2", "Scholar", 2020, "V", "B. Two");
        assertPaper(3, "10.1/cr", "Crossref x", 2018, "Journal", "C. Three");
        assertThat(folders.paper(3).text()).isEqualTo("Text & more");
        assertPaper(4, "1207.0001", "arXiv title", 2012, "", "D. E. Four", "F. Five", "G. Six");
        assertPaper(5, "smith", "CSL", 2001, "T", "The Group");
        assertThat(folders.qrels("link/train")).isEqualTo("W1\tW2\t1\ns2\tW2\t1\n");
        assertThat(folders.qrels("classification/train"))
                .isEqualTo(
                        "W1\ttrees\t1\ns2\tbiology\t1\n1207.0001\tcs.lg\t1\n1207.0001\tstat.ml\t1\nsmith\tone\t1\nsmith\ttwo\t1\n");
    }

    private void assertPaper(int row, String id, String title, int year, String venue, String... authors)
            throws IOException {
        Paper paper = folders.paper(row);
        assertThat(paper.id()).isEqualTo(id);
        assertThat(paper.title()).isEqualTo(title);
        assertThat(paper.metadata().year()).isEqualTo(year);
        assertThat(paper.metadata().venue()).isEqualTo(venue);
        assertThat(paper.metadata().authors()).containsExactly(authors);
    }

    @Test
    void whatARecordSaysItselfStandsBeforeItsMetadata() throws IOException {
        Path in = folders.write("corpus.jsonl", """
                        {"_id": "1", "title": "A", "text": "a", "metadata": {"title": "B", "text": "b", "year": 2015}}
                        """).getParent();
        folders.write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"x\"}\n");
        folders.write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq\t1\t1\n");
        folders.imported("beir", in);
        assertThat(folders.paper(0).title()).isEqualTo("A");
        assertThat(folders.paper(0).text()).isEqualTo("a");
        assertThat(folders.paper(0).metadata().year()).isEqualTo(2015);
    }

    @Test
    void metadataInAnObjectOfItsOwnIsReadAsInTheCollectionItself() throws IOException {
        Path in = folders.write("corpus.jsonl", """
                        {"_id": "1", "title": "A", "text": "a", "metadata": {"year": 2015, "authors": "C. D.; E. F.", "venue": "V", "references": ["2"], "url": "u"}}
                        {"_id": "2", "title": "B", "text": "b", "year": "2017-05-01"}
                        """).getParent();
        folders.write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"x\"}\n");
        folders.write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq\t1\t1.0\nq\t2\t0 \n");
        folders.imported("beir", in);
        assertPaper(0, "1", "A", 2015, "V", "C. D.", "E. F.");
        assertThat(folders.paper(0).metadata().references()).containsExactly("2");
        assertThat(folders.paper(0).metadata().other()).containsOnlyKeys("url");
        assertThat(folders.paper(1).metadata().year()).isEqualTo(2017);
        assertThat(folders.qrels("search/test")).isEqualTo("q\t1\t1\nq\t2\t0\n");
        folders.write("qrels/test.tsv", "q\t1\t0.5\n");
        AtomicFolder.delete(folders.out());
        assertThatThrownBy(() -> folders.imported("beir", in))
                .hasMessageContaining("test.tsv:1: the score '0.5' is no whole number");
    }

    @Test
    void collectionsAreMergedWithTheirJudgementsAndWhatDiffersIsSaid() throws IOException {
        folders.write("a/corpus.jsonl", "{\"_id\": \"1\", \"title\": \"A\"}\n{\"_id\": \"2\", \"title\": \"B\"}\n");
        folders.write("a/qrels/link/test.tsv", "query-id\tcorpus-id\tscore\n1\t2\t1\n");
        folders.write("b/corpus.jsonl", "{\"_id\": \"2\", \"title\": \"Other\"}\n{\"_id\": \"3\", \"title\": \"C\"}\n");
        folders.write("b/labels.jsonl", "{\"_id\": \"L\", \"name\": \"Label\"}\n");
        folders.write("b/qrels/classification/dev.tsv", "query-id\tcorpus-id\tscore\n3\tL\t2\n");
        Path in = folders.root().resolve("in");

        String report = run("collection", ImportOptions.DEFAULTS, in.resolve("a"), in.resolve("b"));

        assertThat(titles()).containsExactly("A", "B", "C");
        assertThat(folders.qrels("link/test")).isEqualTo("1\t2\t1\n");
        assertThat(folders.qrels("classification/dev")).isEqualTo("3\tL\t2\n");
        assertThat(report)
                .contains("the paper '2' stands in an earlier collection with another content, which is kept");
    }

    @Test
    void sharesGiveEachSplitItsQueriesAlwaysTheSame() throws IOException {
        StringBuilder library = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            library.append(
                    "@article{p%d, title = {T%d}, keywords = {a, b}, year = %d}\n".formatted(i, i, 2000 + i / 10));
        }
        Path in = folders.write("a.bib", library.toString());
        ImportSplit split = ImportSplit.Shares.parse("80/10/10", ImportSplit.Order.RANDOM, 5);

        String report = run("bibtex", new ImportOptions(split, Optional.empty()), in);

        assertThat(report).contains("split 80/10/10 at random, seed 5: 40 queries for train, 5 for dev, 5 for test");
        assertThat(queries(Split.TRAIN)).isEqualTo(40);
        assertThat(queries(Split.DEV)).isEqualTo(5);
        assertThat(queries(Split.TEST)).isEqualTo(5);
        String test = folders.qrels("classification/test");
        AtomicFolder.delete(folders.out());
        run("bibtex", new ImportOptions(split, Optional.empty()), in);
        assertThat(folders.qrels("classification/test")).isEqualTo(test);
    }

    private int queries(Split split) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            return collection.judgements(Task.CLASSIFICATION, split).queries();
        }
    }

    @Test
    void byTimeTheNewestYearsAreForTestAndNoYearIsInTwoSplits() throws IOException {
        StringBuilder library = new StringBuilder("@article{old, title = {No year}, keywords = {a}}\n");
        for (int i = 0; i < 50; i++) {
            library.append("@article{p%d, title = {T%d}, keywords = {a}, year = %d}\n".formatted(i, i, 2000 + i / 5));
        }
        Path in = folders.write("a.bib", library.toString());
        ImportSplit split = ImportSplit.Shares.parse("80/10/10", ImportSplit.Order.TIME, 5);

        String report = run("bibtex", new ImportOptions(split, Optional.empty()), in);

        assertThat(report)
                .contains(
                        "by time (train 2000 to 2007, dev 2008 to 2008, test 2009 to 2009): 41 queries for train, 5 for dev, 5 for "
                                + "test; 1 of train have no year");
        assertThat(folders.qrels("classification/test").lines()).allMatch(line -> line.startsWith("p4"));
    }

    @Test
    void byTimeTooFewYearsAreRefusedAndSharesMustAddUp() throws IOException {
        Path in = folders.write(
                "a.bib",
                "@article{a, title = {A}, keywords = {x}, year = 2000}\n@article{b, title = {B}, keywords = {x}, year = 2000}\n");
        ImportSplit split = ImportSplit.Shares.parse("80/10/10", ImportSplit.Order.TIME, 5);
        assertThatThrownBy(() -> run("bibtex", new ImportOptions(split, Optional.empty()), in))
                .hasMessageContaining("are of 1 year, too few")
                .hasMessageContaining("--split-by random");
        assertThat(Files.exists(folders.out())).isFalse();
        for (String wrong : List.of("80/10", "80/10/20", "0.8/0.1/0.1", "a/b/c", "80/10/10/0")) {
            assertThatThrownBy(() -> ImportSplit.Shares.parse(wrong, ImportSplit.Order.TIME, 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("add up to 100, not " + wrong);
        }
    }
}
