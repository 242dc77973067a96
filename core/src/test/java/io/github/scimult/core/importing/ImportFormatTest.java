package io.github.scimult.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.Paper;
import io.github.scimult.core.task.Split;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format by a small file in exactly its layout. */
class ImportFormatTest {
    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private String imported(String format, Path in, ImportOptions options) throws IOException {
        return CollectionImport.run(ImportFormats.of(format), in, folder.resolve("out"), options, read -> {});
    }

    private String imported(String format, Path in) throws IOException {
        return imported(format, in, ImportOptions.DEFAULTS);
    }

    private String qrels(String name) throws IOException {
        return Files.readString(folder.resolve("out/qrels/" + name + ".tsv"))
                .replaceFirst("query-id\tcorpus-id\tscore\n", "");
    }

    private Paper paper(int row) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.resolve("out"))) {
            return collection.papers().get(row);
        }
    }

    @Test
    void theAuthorsFilesOfFineLabelsLinksAndGrades() throws IOException {
        write("Tiny_label.json", """
                {"label": "L1", "name": ["Graph", "graph theory"], "definition": "About graphs."}
                {"label": "L2", "name": ["Text"], "definition": ""}
                """);
        Path papers = write("Tiny_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": ["L1", "L2"], "cite": ["2"], "co-cite": []}
                {"paper": "2", "title": "B", "abstract": "", "label": ["L2"], "score": {"1": 3}, "doi": "10/x"}
                """);
        imported("scimult", papers);
        assertThat(qrels("classification/train")).isEqualTo("1\tL1\t1\n1\tL2\t1\n2\tL2\t1\n");
        assertThat(qrels("link/train")).isEqualTo("1\t2\t1\n");
        assertThat(qrels("link-recommendation/train")).isEqualTo("2\t1\t3\n");
        assertThat(paper(1).metadata().other()).containsEntry("doi", "10/x");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.resolve("out"))) {
            assertThat(collection.labels().get(0).synonyms()).containsExactly("graph theory");
        }
    }

    @Test
    void theAuthorsFilesOfCoarseLabelsNumberThemFromZero() throws IOException {
        write("Tiny_label.json", """
                {"label": "F0", "name": ["Art"]}
                {"label": "F1", "name": ["Law"]}
                """);
        Path papers = write("Tiny_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": 1}
                {"paper": "2", "title": "B", "abstract": "b", "label": 2}
                """);
        assertThatThrownBy(() -> imported("scimult", papers))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("Tiny_papers_test.json:2")
                .hasMessageContaining("'label' is 2, but there are 2 labels");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(imported("scimult", papers, new ImportOptions(Split.TEST, 0, true, 1)))
                .contains("1 left out");
        assertThat(qrels("classification/test")).isEqualTo("1\tF1\t1\n");
    }

    @Test
    void theAuthorsFilesOfSearchesAndOfPatients() throws IOException {
        write("Search_queries_test.json", "{\"query_id\": \"7\", \"query\": \"x\", \"score\": {\"1\": 2, \"2\": 0}}\n");
        Path papers = write("Search_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a"}
                {"paper": "2", "title": "B", "abstract": "b"}
                """);
        imported("scimult", papers);
        assertThat(qrels("search/train")).isEqualTo("7\t1\t2\n7\t2\t0\n");
    }

    @Test
    void patientsLookForOthers() throws IOException {
        write("P_queries_test.json", "{\"title\": \"Q\", \"abstract\": \"q\", \"patient\": [\"pt-1\"]}\n");
        imported(
                "scimult",
                write("P_patients_test.json", "{\"patient\": \"pt-1\", \"title\": \"A\", \"abstract\": \"a\"}\n"));
        assertThat(qrels("link/train")).isEqualTo("query-1\tpt-1\t1\n");
    }

    @Test
    void aFieldOfMaple() throws IOException {
        write("labels.txt", "10\tneural network\tneural net\n11\tlogic\n");
        Path papers = write("papers.json", """
                {"paper": "1", "venue": "ICML", "year": "2019", "title": "A", "abstract": "a", "label": ["10"], "author": ["u", "v"], "reference": ["2", "99"]}
                {"paper": "2", "venue": "AAAI", "year": "2018", "title": "B", "abstract": "b", "label": ["11", "10"], "author": [], "reference": []}
                """);
        imported("maple", papers.getParent());
        assertThat(qrels("link/train")).isEqualTo("1\t2\t1\n");
        assertThat(qrels("classification/train")).isEqualTo("1\t10\t1\n2\t11\t1\n2\t10\t1\n");
        assertThat(paper(0).metadata().venue()).isEqualTo("ICML");
        assertThat(paper(0).metadata().year()).isEqualTo(2019);
        assertThat(paper(0).metadata().references()).containsExactly("2", "99");
    }

    @Test
    void tripletsInAnArrayHaveHardNegatives() throws IOException {
        imported("specter-triplets", write("triplets.json", """
                [{"query": {"corpus_id": 1, "title": "A", "abstract": null},
                  "pos": {"corpus_id": 2, "title": "B", "abstract": "b"}, "neg": {"corpus_id": 3, "title": "C", "abstract": "c"}}]
                """));
        assertThat(qrels("link/train")).isEqualTo("1\t2\t1\n1\t3\t0\n");
    }

    @Test
    void resultListsPackedByGzip() throws IOException {
        Path file = folder.resolve("in/search.jsonl.gz");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("""
                    {"query": "graphs", "candidates": [{"corpus_id": 1, "title": "A", "abstract": "a", "score": 1, "author_names": ["u"], "year": 1964.0, "n_citations": 5}, {"corpus_id": 2, "title": "B", "score": 0}]}
                    not JSON
                    """.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> imported("scirepeval-search", file)).hasMessageContaining("search.jsonl.gz:2");
        imported("scirepeval-search", file, new ImportOptions(Split.TRAIN, 0, true, 1));
        assertThat(qrels("search/train")).isEqualTo("q1\t1\t1\nq1\t2\t0\n");
        assertThat(paper(0).metadata().authors()).containsExactly("u");
        assertThat(paper(0).metadata().year()).isEqualTo(1964);
        assertThat(paper(0).metadata().other()).containsEntry("n_citations", 5);
    }

    @Test
    void descriptorsAndFieldsOfStudyBecomeLabels() throws IOException {
        imported("scirepeval-mesh", write("mesh.json", """
                [{"corpus_id": 1, "title": "A", "abstract": "a", "descriptor": "Liver Neoplasms", "qualifier": "surgery"}]
                """));
        assertThat(qrels("classification/train")).isEqualTo("1\tliver-neoplasms\t1\n");
        assertThat(paper(0).metadata().other()).containsEntry("qualifier", "surgery");
    }

    @Test
    void sciDocsWithItsKindsOfLinks() throws IOException {
        Path in = write("paper_metadata_view_cite_read.json", """
                {"a": {"paper_id": "a", "title": "A", "abstract": null, "year": 2010, "authors": ["7"]},
                 "b": {"paper_id": "b", "title": "B", "abstract": "b"}}
                """).getParent();
        write("cite/val.qrel", "a 0 b 1\n");
        write("cocite/test.qrel", "b 0 a 0\n");
        imported("scidocs", in);
        assertThat(qrels("link/dev")).isEqualTo("a\tb\t1\n");
        assertThat(qrels("link-cocite/test")).isEqualTo("b\ta\t0\n");
    }

    @Test
    void beirWithTheSplitsOfItsFiles() throws IOException {
        Path in = write("corpus.jsonl", "{\"_id\": \"1\", \"title\": \"A\", \"text\": \"a\", \"metadata\": {}}\n")
                .getParent();
        write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"x\"}\n");
        write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq\t1\t2\n");
        imported("beir", in);
        assertThat(qrels("search/test")).isEqualTo("q\t1\t2\n");
    }

    @Test
    void pubMedsFilesWithDescriptorsAndAbstractsInParts() throws IOException {
        imported("medline", write("pubmed.xml", """
                <?xml version="1.0"?>
                <MedlineCitationSet><MedlineCitation><PMID>5</PMID><Article><Journal><JournalIssue><PubDate><Year>2008</Year>
                </PubDate></JournalIssue><Title>J</Title></Journal><ArticleTitle>On <i>E. coli</i>.</ArticleTitle><Abstract>
                <AbstractText Label="AIM">One.</AbstractText><AbstractText>Two.</AbstractText></Abstract><AuthorList><Author>
                <LastName>Doe</LastName><ForeName>Jo</ForeName></Author></AuthorList></Article><MeshHeadingList><MeshHeading>
                <DescriptorName UI="D004926">Escherichia coli</DescriptorName></MeshHeading></MeshHeadingList>
                </MedlineCitation></MedlineCitationSet>
                """));
        assertThat(paper(0).title()).isEqualTo("On E. coli.");
        assertThat(paper(0).text()).isEqualTo("AIM: One. Two.");
        assertThat(paper(0).metadata().authors()).containsExactly("Jo Doe");
        assertThat(paper(0).metadata().year()).isEqualTo(2008);
        assertThat(qrels("classification/train")).isEqualTo("5\tD004926\t1\n");
    }

    @Test
    void aShareOfTheQueriesGoesToDevAlwaysTheSame() throws IOException {
        StringBuilder lists = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            lists.append("{\"query\": \"x\", \"candidates\": [{\"corpus_id\": %d, \"title\": \"A\", \"score\": 1}]}\n"
                    .formatted(i));
        }
        imported(
                "scirepeval-search",
                write("s.jsonl", lists.toString()),
                new ImportOptions(Split.TRAIN, 0.25, false, 3));
        assertThat(qrels("search/dev").lines().count()).isBetween(70L, 130L);
        assertThat(qrels("search/dev").lines().count()
                        + qrels("search/train").lines().count())
                .isEqualTo(400);
    }

    @Test
    void filesThatAreMissingOrOfAnotherFormatAreRefusedInWords() throws IOException {
        assertThatThrownBy(() -> imported("maple", folder.resolve("nowhere")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("papers.json");
        Path text = write("x.xml", "<a><b></a>");
        assertThatThrownBy(() -> imported("medline", text))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("x.xml");
        assertThatThrownBy(() -> ImportFormats.of("pubmed")).hasMessageContaining("medline");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
