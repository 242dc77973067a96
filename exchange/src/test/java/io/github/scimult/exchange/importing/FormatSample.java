package io.github.scimult.exchange.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small set of files of a format, one of which has a bad record added between its two good ones.
 *
 * @param format its name
 * @param in what is imported, within the folder of files
 * @param file that gets the bad record
 * @param first what this file has before it
 * @param bad the bad record
 * @param rest what it has behind it
 * @param others files beside, by name
 */
record FormatSample(
        String format, String in, String file, String first, String bad, String rest, Map<String, String> others) {

    /** One of each format. */
    static Stream<FormatSample> all() {
        return Stream.of(
                file(
                        "medline",
                        "a.xml",
                        """
                        <PubmedArticleSet>
                        <PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>First Ü</ArticleTitle></Article></MedlineCitation></PubmedArticle>
                        """,
                        "<PubmedArticle><MedlineCitation><PMID>9</PMID><i></b></MedlineCitation></PubmedArticle>\n",
                        """
                        <PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ArticleTitle>LONG</ArticleTitle></Article></MedlineCitation></PubmedArticle>
                        </PubmedArticleSet>
                        """),
                file(
                        "bibtex",
                        "a.bib",
                        "@article{1, title = {First Ü}}\n",
                        "@article{9, title = {Bad}\n",
                        "@article{2, title = {LONG}}\n"),
                file(
                        "ris",
                        "a.ris",
                        "TY  - JOUR\nID  - 1\nTI  - First Ü\nER  - \n",
                        "TY  - JOUR\nID  - 9\nER  - \n",
                        "TY  - JOUR\nID  - 2\nTI  - LONG\nER  - \n"),
                file("nbib", "a.nbib", "PMID- 1\nTI  - First Ü\n\n", "PMID- 9\nAB  - Bad\n\n", "PMID- 2\nTI  - LONG\n"),
                file("table", "a.csv", "id,Title,Keywords\n1,First Ü,a; b\n", "9,\"Bad\n", "2,LONG,c\n"),
                file(
                        "json",
                        "a.jsonl",
                        "{\"id\": 1, \"title\": \"First Ü\"}\n",
                        "{\"id\": 9, \"ti\n",
                        "{\"id\": 2, \"title\": \"LONG\"}\n"),
                file(
                        "annif",
                        "a.jsonl",
                        "{\"document_id\": \"1\", \"text\": \"x\", \"metadata\": {\"title\": \"First Ü\"}}\n",
                        "{\"document_id\": \"9\"}\n",
                        "{\"document_id\": \"2\", \"text\": \"y\", \"metadata\": {\"title\": \"LONG\"}}\n"),
                file(
                        "scirepeval-mesh",
                        "a.json",
                        "{\"corpus_id\": 1, \"title\": \"First Ü\", \"descriptor\": \"x\"}\n",
                        "{\"corpus_id\"\n",
                        "{\"corpus_id\": 2, \"title\": \"LONG\", \"descriptor\": \"x\"}\n"),
                file(
                        "scirepeval-fos",
                        "a.json",
                        "{\"corpus_id\": 1, \"title\": \"First Ü\", \"labels_text\": [\"x\"]}\n",
                        "[]\n",
                        "{\"corpus_id\": 2, \"title\": \"LONG\", \"labels_text\": [\"x\"]}\n"),
                file(
                        "scirepeval-search",
                        "a.jsonl",
                        "{\"query\": \"q\", \"candidates\": [{\"corpus_id\": 1, \"title\": \"First Ü\", \"score\": 1}]}\n",
                        "{}\n",
                        "{\"query\": \"q\", \"candidates\": [{\"corpus_id\": 2, \"title\": \"LONG\", \"score\": 1}]}\n"),
                file(
                        "specter-triplets",
                        "a.json",
                        "{\"query\": {\"corpus_id\": 1, \"title\": \"First Ü\"}, \"pos\": {\"corpus_id\": 2, \"title\": \"LONG\"}, \"neg\": {\"corpus_id\": 2}}\n",
                        "\"bad\"\n",
                        "{\"query\": {\"corpus_id\": 1}, \"pos\": {\"corpus_id\": 2}, \"neg\": {\"corpus_id\": 2}}\n"),
                file(
                        "scimult",
                        "X_papers_test.json",
                        "{\"paper\": \"1\", \"title\": \"First Ü\"}\n",
                        "{\"paper\": \"\"}\n",
                        "{\"paper\": \"2\", \"title\": \"LONG\"}\n"),
                folder(
                        "maple",
                        "papers.json",
                        "{\"paper\": \"1\", \"title\": \"First Ü\"}\n",
                        "{}\n",
                        "{\"paper\": \"2\", \"title\": \"LONG\"}\n",
                        Map.of("labels.txt", "10\tx\n")),
                folder(
                        "beir",
                        "corpus.jsonl",
                        "{\"_id\": \"1\", \"title\": \"First Ü\", \"text\": \"\"}\n",
                        "{\n",
                        "{\"_id\": \"2\", \"title\": \"LONG\", \"text\": \"\"}\n",
                        Map.of("queries.jsonl", "{\"_id\": \"q\", \"text\": \"x\"}\n", "qrels/test.tsv", "q\t1\t1\n")),
                folder(
                        "pmc-patients",
                        "corpus.jsonl",
                        "{\"_id\": \"1\", \"title\": \"First Ü\", \"text\": \"\"}\n",
                        "{\n",
                        "{\"_id\": \"2\", \"title\": \"LONG\", \"text\": \"\"}\n",
                        Map.of("queries.jsonl", "{\"_id\": \"q\", \"text\": \"x\"}\n", "qrels_test.tsv", "q\t1\t1\n")),
                folder(
                        "scidocs",
                        "paper_metadata_x.json",
                        "{\"1\": {\"title\": \"First Ü\"},\n",
                        "\"9\": 5,\n",
                        "\"2\": {\"title\": \"LONG\"}}\n",
                        Map.of()));
    }

    private static FormatSample file(String format, String file, String first, String bad, String rest) {
        return new FormatSample(format, file, file, first, bad, rest, Map.of());
    }

    private static FormatSample folder(
            String format, String file, String first, String bad, String rest, Map<String, String> others) {
        return new FormatSample(format, "", file, first, bad, rest, others);
    }

    /** Writes the files and returns what to import. */
    Path write(ImportFolders folders, String content) throws IOException {
        Map<String, String> files = new LinkedHashMap<>(others);
        files.put(file, content);
        for (Map.Entry<String, String> each : files.entrySet()) {
            folders.write(each.getKey(), each.getValue());
        }
        return folders.root().resolve("in").resolve(in);
    }

    String good() {
        return first + rest;
    }

    String withBad() {
        return first + bad + rest;
    }

    /** The line of the bad record. */
    int badLine() {
        return (int) first.lines().count() + 1;
    }

    @Override
    public String toString() {
        return format;
    }
}
