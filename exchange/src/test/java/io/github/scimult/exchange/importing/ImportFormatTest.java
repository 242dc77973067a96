package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.exchange.importing.split.ImportSplit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format by a small file in exactly its layout. */
class ImportFormatTest {
    private ImportFolders folders;

    @BeforeEach
    void folders(@TempDir Path root) {
        folders = new ImportFolders(root);
    }

    @Test
    void theAuthorsFilesOfFineLabelsLinksAndGrades() throws IOException {
        folders.write("Tiny_label.json", """
                {"label": "L1", "name": ["Graph", "graph theory"], "definition": "About graphs."}
                {"label": "L2", "name": ["Text"], "definition": ""}
                """);
        Path papers = folders.write("Tiny_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": ["L1", "L2"], "cite": ["2"], "co-cite": []}
                {"paper": "2", "title": "B", "abstract": "", "label": ["L2"], "score": {"1": 3}, "doi": "10/x"}
                """);
        folders.imported("scimult", papers);
        assertThat(folders.qrels("classification/train")).isEqualTo("1\tL1\t1\n1\tL2\t1\n2\tL2\t1\n");
        assertThat(folders.qrels("link/train")).isEqualTo("1\t2\t1\n");
        assertThat(folders.qrels("link-recommendation/train")).isEqualTo("2\t1\t3\n");
        assertThat(folders.paper(1).metadata().other()).containsEntry("doi", "10/x");
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            assertThat(collection.labels().get(0).synonyms()).containsExactly("graph theory");
        }
    }

    @Test
    void theAuthorsFilesOfCoarseLabelsNumberThemFromZero() throws IOException {
        folders.write("Tiny_label.json", """
                {"label": "F0", "name": ["Art"]}
                {"label": "F1", "name": ["Law"]}
                """);
        Path papers = folders.write("Tiny_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": 1}
                {"paper": "2", "title": "B", "abstract": "b", "label": 2}
                """);
        assertThatThrownBy(() -> folders.imported("scimult", papers))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("Tiny_papers_test.json:2")
                .hasMessageContaining("'label' is 2, but of that number, counted from 0, there is no label");
        assertThat(folders.out()).doesNotExist();
        assertThat(folders.imported(
                        "scimult",
                        papers,
                        new ImportOptions(new ImportSplit.Fixed(Split.TEST, 0, 1), Optional.of(true))))
                .contains("1 left out");
        assertThat(folders.qrels("classification/test")).isEqualTo("1\tF1\t1\n");
    }

    @Test
    void theAuthorsFilesOfSearchesAndOfPatients() throws IOException {
        folders.write(
                "Search_queries_test.json",
                "{\"query_id\": \"7\", \"query\": \"x\", \"score\": {\"1\": 2, \"2\": 0}}\n");
        Path papers = folders.write("Search_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a"}
                {"paper": "2", "title": "B", "abstract": "b"}
                """);
        folders.imported("scimult", papers);
        assertThat(folders.qrels("search/train")).isEqualTo("7\t1\t2\n7\t2\t0\n");
    }

    @Test
    void patientsLookForOthers() throws IOException {
        folders.write("P_queries_test.json", "{\"title\": \"Q\", \"abstract\": \"q\", \"patient\": [\"pt-1\"]}\n");
        folders.imported(
                "scimult",
                folders.write(
                        "P_patients_test.json", "{\"patient\": \"pt-1\", \"title\": \"A\", \"abstract\": \"a\"}\n"));
        assertThat(folders.qrels("link/train")).isEqualTo("query-1\tpt-1\t1\n");
    }

    @Test
    void aFieldOfMaple() throws IOException {
        folders.write("labels.txt", "10\tneural network\tneural net\n11\tlogic\n");
        Path papers = folders.write("papers.json", """
                {"paper": "1", "venue": "ICML", "year": "2019", "title": "A", "abstract": "a", "label": ["10"], "author": ["u", "v"], "reference": ["2", "99"]}
                {"paper": "2", "venue": "AAAI", "year": "2018", "title": "B", "abstract": "b", "label": ["11", "10"], "author": [], "reference": []}
                """);
        folders.imported("maple", papers.getParent());
        assertThat(folders.qrels("link/train")).isEqualTo("1\t2\t1\n");
        assertThat(folders.qrels("classification/train")).isEqualTo("1\t10\t1\n2\t11\t1\n2\t10\t1\n");
        assertThat(folders.paper(0).metadata().venue()).isEqualTo("ICML");
        assertThat(folders.paper(0).metadata().year()).isEqualTo(2019);
        assertThat(folders.paper(0).metadata().references()).containsExactly("2", "99");
    }

    @Test
    void tripletsInAnArrayHaveHardNegatives() throws IOException {
        folders.imported("specter-triplets", folders.write("triplets.json", """
                [{"query": {"corpus_id": 1, "title": "A", "abstract": null},
                  "pos": {"corpus_id": 2, "title": "B", "abstract": "b"}, "neg": {"corpus_id": 3, "title": "C", "abstract": "c"}}]
                """));
        assertThat(folders.qrels("link/train")).isEqualTo("1\t2\t1\n1\t3\t0\n");
    }

    @Test
    void resultListsPackedByGzip() throws IOException {
        Path file = folders.root().resolve("in/search.jsonl.gz");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("""
                    {"query": "graphs", "candidates": [{"corpus_id": 1, "title": "A", "abstract": "a", "score": 1, "author_names": ["u"], "year": 1964.0, "n_citations": 5}, {"corpus_id": 2, "title": "B", "score": 0}]}
                    not JSON
                    """.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> folders.imported("scirepeval-search", file)).hasMessageContaining("search.jsonl.gz:2");
        folders.imported("scirepeval-search", file, ImportFolders.SKIPPING);
        assertThat(folders.qrels("search/train")).isEqualTo("q1\t1\t1\nq1\t2\t0\n");
        assertThat(folders.paper(0).metadata().authors()).containsExactly("u");
        assertThat(folders.paper(0).metadata().year()).isEqualTo(1964);
        assertThat(folders.paper(0).metadata().other()).containsEntry("n_citations", 5);
    }

    @Test
    void descriptorsAndFieldsOfStudyBecomeLabels() throws IOException {
        folders.imported("scirepeval-mesh", folders.write("mesh.json", """
                [{"corpus_id": 1, "title": "A", "abstract": "a", "descriptor": "Liver Neoplasms", "qualifier": "surgery"}]
                """));
        assertThat(folders.qrels("classification/train")).isEqualTo("1\tliver-neoplasms\t1\n");
        assertThat(folders.paper(0).metadata().other()).containsEntry("qualifier", "surgery");
    }

    @Test
    void aPaperHasSeveralFieldsOfStudy() throws IOException {
        folders.imported("scirepeval-fos", folders.write("fos.json", """
                [{"corpus_id": 1, "title": "A", "abstract": "a", "labels": [3, 5], "labels_text": ["Art", "Law"]},
                 {"doc_id": 2, "title": "B", "abstract": "b", "labels_text": ["Law"]}]
                """));
        assertThat(folders.qrels("classification/train")).isEqualTo("1\tart\t1\n1\tlaw\t1\n2\tlaw\t1\n");
    }

    @Test
    void sciDocsWithItsKindsOfLinks() throws IOException {
        Path in = folders.write("paper_metadata_view_cite_read.json", """
                {"a": {"paper_id": "a", "title": "A", "abstract": null, "year": 2010, "authors": ["7"]},
                 "b": {"paper_id": "b", "title": "B", "abstract": "b"}}
                """).getParent();
        folders.write("cite/val.qrel", "a 0 b 1\n");
        folders.write("cocite/test.qrel", "b 0 a 0\n");
        folders.imported("scidocs", in);
        assertThat(folders.qrels("link/dev")).isEqualTo("a\tb\t1\n");
        assertThat(folders.qrels("link-cocite/test")).isEqualTo("b\ta\t0\n");
    }

    @Test
    void beirWithTheSplitsOfItsFiles() throws IOException {
        Path in = folders.write(
                        "corpus.jsonl", "{\"_id\": \"1\", \"title\": \"A\", \"text\": \"a\", \"metadata\": {}}\n")
                .getParent();
        folders.write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"x\"}\n");
        folders.write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq\t1\t2\n");
        folders.imported("beir", in);
        assertThat(folders.qrels("search/test")).isEqualTo("q\t1\t2\n");
    }

    @Test
    void patientsToArticlesAsPublishedWithTheQueriesInAFolderBeside() throws IOException {
        Path in = folders.write("PAR/corpus.jsonl", "{\"_id\": \"77\", \"title\": \"A\", \"text\": \"a\"}\n")
                .getParent();
        folders.write("queries/train_queries.jsonl", "{\"_id\": \"5-1\", \"text\": \"A man of 40.\"}\n");
        folders.write("queries/test_queries.jsonl", "{\"_id\": \"6-1\", \"text\": \"A woman of 50.\"}\n");
        folders.write("PAR/qrels_train.tsv", "query-id\tcorpus-id\tscore\n5-1\t77\t2\n");
        folders.write("PAR/qrels_test.tsv", "query-id\tcorpus-id\tscore\n6-1\t77\t1\n");
        folders.imported("pmc-patients", in);
        assertThat(folders.qrels("search/train")).isEqualTo("5-1\t77\t2\n");
        assertThat(folders.qrels("search/test")).isEqualTo("6-1\t77\t1\n");
    }

    @Test
    void patientsToPatientsAsTheyWereFirstPublished() throws IOException {
        Path in = folders.write("PPR/PPR_corpus.jsonl", "{\"_id\": \"9-2\", \"title\": \"\", \"text\": \"A boy.\"}\n")
                .getParent();
        folders.write("queries/dev_queries.jsonl", "{\"_id\": \"5-1\", \"text\": \"A girl.\"}\n");
        folders.write("PPR/PPR_dev_qrels.tsv", "query-id\tcorpus-id\tscore\n5-1\t9-2\t1\n");
        folders.imported("pmc-patients", in);
        assertThat(folders.qrels("search/dev")).isEqualTo("5-1\t9-2\t1\n");
    }

    @Test
    void pubMedsFilesWithDescriptorsAndAbstractsInParts() throws IOException {
        folders.imported("medline", folders.write("pubmed.xml", """
                <?xml version="1.0"?>
                <MedlineCitationSet><MedlineCitation><PMID>5</PMID><Article><Journal><JournalIssue><PubDate><Year>2008</Year>
                </PubDate></JournalIssue><Title>J</Title></Journal><ArticleTitle>On <i>E. coli</i>.</ArticleTitle><Abstract>
                <AbstractText Label="AIM">One.</AbstractText><AbstractText>Two.</AbstractText></Abstract><AuthorList><Author>
                <LastName>Doe</LastName><ForeName>Jo</ForeName></Author></AuthorList></Article><MeshHeadingList><MeshHeading>
                <DescriptorName UI="D004926">Escherichia coli</DescriptorName></MeshHeading></MeshHeadingList>
                </MedlineCitation></MedlineCitationSet>
                """));
        assertThat(folders.paper(0).title()).isEqualTo("On E. coli.");
        assertThat(folders.paper(0).text()).isEqualTo("AIM: One. Two.");
        assertThat(folders.paper(0).metadata().authors()).containsExactly("Jo Doe");
        assertThat(folders.paper(0).metadata().year()).isEqualTo(2008);
        assertThat(folders.qrels("classification/train")).isEqualTo("5\tD004926\t1\n");
    }

    @Test
    void aShareOfTheQueriesGoesToDevAlwaysTheSame() throws IOException {
        StringBuilder lists = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            lists.append("{\"query\": \"x\", \"candidates\": [{\"corpus_id\": %d, \"title\": \"A\", \"score\": 1}]}\n"
                    .formatted(i));
        }
        folders.imported(
                "scirepeval-search",
                folders.write("s.jsonl", lists.toString()),
                new ImportOptions(new ImportSplit.Fixed(Split.TRAIN, 0.25, 3), Optional.empty()));
        assertThat(folders.qrels("search/dev").lines().count()).isBetween(70L, 130L);
        assertThat(folders.qrels("search/dev").lines().count()
                        + folders.qrels("search/train").lines().count())
                .isEqualTo(400);
    }
}
