package io.github.scimult.app.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sound files of each kind, small. */
final class FuzzSeeds {
    private static final String QUERIES = "{\"_id\": \"q\", \"text\": \"graphs\"}\n";

    /** A whole collection, by file. */
    static final Map<String, String> COLLECTION = new TreeMap<>(Map.of(
            "corpus.jsonl",
            """
            {"_id": "1", "title": "Graphs", "text": "About <i>graphs</i>.", "metadata": {"year": 2001, "authors": ["A", "B"], "references": ["2"], "x": [1, {"y": null}]}}
            {"_id": "2", "title": "Bäume \\ud83d\\ude00", "text": "", "venue": "V"}
            """,
            "labels.jsonl",
            "{\"_id\": \"L\", \"name\": \"Graph\", \"definition\": \"d\", \"synonyms\": [\"s\"], \"parents\": [\"M\"]}\n{\"_id\": \"M\", \"name\": \"Maths\"}\n",
            "queries.jsonl",
            QUERIES,
            "qrels/search/dev.tsv",
            "query-id\tcorpus-id\tscore\nq\t1\t1\nq\t2\t0\n",
            "qrels/classification/train.tsv",
            "query-id\tcorpus-id\tscore\n1\tL\t1\n"));

    private FuzzSeeds() {}

    /**
     * A file that is damaged.
     *
     * @param format of the import
     * @param file its name
     * @param seed what is in it
     * @param others files beside it; none if the file itself is imported
     */
    record Import(String format, String file, String seed, Map<String, String> others) {}

    static List<Import> imports() {
        String corpus = COLLECTION.get("corpus.jsonl");
        return List.of(
                new Import(
                        "table",
                        "a.csv",
                        "id,Title,Abstract,Authors,Year,Keywords\n1,Graphs,\"A, \"\"b\"\"\nc\",\"A; B\",2001,a; b\n2,Trees,,,,\n",
                        Map.of()),
                new Import("json", "a.jsonl", """
                        {"id": "https://openalex.org/W1", "display_name": "Open", "publication_year": 2019, "abstract_inverted_index": {"words": [1], "Two": [0]}, "authorships": [{"author": {"display_name": "A"}}], "referenced_works": ["W2"], "topics": [{"display_name": "T"}]}
                        {"DOI": "10.1/cr", "title": ["C <i>x</i>"], "issued": {"date-parts": [[2018, 5]]}, "author": [{"given": "C.", "family": "T"}]}
                        {"id": "3", "title": "a", "authors": "D. E. F, G. H.", "categories": "cs.LG stat.ML"}
                        """, Map.of()),
                new Import("annif", "v.ttl", """
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        @prefix v: <http://v/> .
                        v:a a skos:Concept ; skos:prefLabel "graphs"@en, "Graphen"@de ; skos:broader v:b ; skos:notation "5" .
                        v:b a skos:Concept ; skos:prefLabel \"""maths\"""@en .
                        """, Map.of("d.tsv", "Graphs\t<http://v/a>\n")),
                new Import("annif", "v.rdf", """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
                          <skos:Concept rdf:about="http://v/a"><skos:prefLabel xml:lang="en">graphs</skos:prefLabel></skos:Concept>
                        </rdf:RDF>
                        """, Map.of("d.tsv", "Graphs\t<http://v/a>\n")),
                new Import(
                        "annif",
                        "v.jsonld",
                        "{\"@id\": \"http://v/a\", \"@type\": \"http://www.w3.org/2004/02/skos/core#Concept\", "
                                + "\"http://www.w3.org/2004/02/skos/core#prefLabel\": {\"@value\": \"a\", \"@language\": \"en\"}}",
                        Map.of("d.tsv", "Graphs\t<http://v/a>\n")),
                new Import(
                        "annif",
                        "d.jsonl",
                        "{\"document_id\": \"d\", \"text\": \"Graphs\", \"metadata\": {\"title\": \"G\"}, \"subjects\": [{\"uri\": \"http://v/a\"}, {\"label\": \"b\"}]}\n",
                        Map.of("v.csv", "uri,label_en,notation\nhttp://v/a,a,5\nhttp://v/b,b,\n")),
                new Import(
                        "annif",
                        "d.csv",
                        "text,subject_uris,document_id\n\"Graphs, \"\"x\"\"\",<http://v/a>,d\n",
                        Map.of("v.tsv", "<http://v/a>\ta\t5\n")),
                new Import(
                        "scirepeval-search",
                        "a.jsonl",
                        "{\"query\": \"q\", \"candidates\": [{\"corpus_id\": 1, \"title\": \"A\", \"score\": 1}, {\"doc_id\": 2}]}\n",
                        Map.of()),
                new Import(
                        "scirepeval-mesh",
                        "a.json",
                        "[{\"corpus_id\": 1, \"title\": \"A\", \"descriptor\": \"x\"},\n {\"corpus_id\": 2, \"descriptor\": \"y\"}]",
                        Map.of()),
                new Import(
                        "scirepeval-fos",
                        "a.json",
                        "{\"corpus_id\": 1, \"title\": \"A\", \"labels_text\": [\"x\", \"y\"]}\n",
                        Map.of()),
                new Import(
                        "specter-triplets",
                        "a.json",
                        "[{\"query\": {\"corpus_id\": 1, \"title\": \"A\"}, \"pos\": {\"sha\": \"2\"}, \"neg\": {\"corpus_id\": 3}}]",
                        Map.of()),
                new Import(
                        "scimult",
                        "X_papers_test.json",
                        "{\"paper\": \"1\", \"title\": \"A\", \"label\": [\"l\"], \"cite\": [\"2\"], \"score\": {\"2\": 3}}\n{\"paper\": \"2\", \"label\": 0}\n",
                        Map.of()),
                new Import(
                        "maple",
                        "papers.json",
                        "{\"paper\": \"1\", \"title\": \"A\", \"label\": [\"10\"], \"reference\": [\"2\"]}\n{\"paper\": \"2\"}\n",
                        Map.of("labels.txt", "10\tx\ty\n")),
                new Import(
                        "maple",
                        "labels.txt",
                        "10\tx\ty\n11\tz\n",
                        Map.of("papers.json", "{\"paper\": \"1\", \"label\": [\"10\"]}\n")),
                new Import(
                        "beir",
                        "corpus.jsonl",
                        corpus,
                        Map.of("queries.jsonl", QUERIES, "qrels/test.tsv", "q\t1\t1\n")),
                new Import(
                        "beir",
                        "qrels/test.tsv",
                        "query-id\tcorpus-id\tscore\nq\t1\t1.0\nq\t2\t0\n",
                        Map.of("queries.jsonl", QUERIES, "corpus.jsonl", corpus, "qrels/dev.tsv", "q\t1\t1\n")),
                new Import(
                        "pmc-patients",
                        "queries.jsonl",
                        QUERIES,
                        Map.of("corpus.jsonl", corpus, "qrels_test.tsv", "q\t1\t1\n")),
                new Import(
                        "scidocs",
                        "paper_metadata_x.json",
                        "{\"1\": {\"title\": \"A\"},\n\"2\": {\"title\": \"B\", \"year\": 2001}}",
                        Map.of("cite.qrel", "1 0 2 1\n")),
                new Import(
                        "collection", "labels.jsonl", COLLECTION.get("labels.jsonl"), Map.of("corpus.jsonl", corpus)));
    }
}
