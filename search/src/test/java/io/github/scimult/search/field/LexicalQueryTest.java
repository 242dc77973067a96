package io.github.scimult.search.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.analysis.TextAnalyzer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A text becomes a bag of its terms, of which the most telling are looked for. */
class LexicalQueryTest {
    /** Text and names of the papers 0 to 5. */
    private static final List<List<String>> PAPERS = List.of(
            List.of("graphs and trees", "Ann Lee"),
            List.of("graphs of graphs", "Carrie Smith"),
            List.of("graphs carry weights", "Bob Ray"),
            List.of("trees carrying fruits", "Graph Drawing"),
            List.of("rivers carry ships", ""),
            List.of("zebras", ""));

    private static DirectoryReader reader;

    @BeforeAll
    static void index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(IndexField.ofRecords(Language.ENGLISH));
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (List<String> paper : PAPERS) {
                Document document = new Document();
                document.add(new TextField(IndexField.WORDS, paper.getFirst(), Field.Store.NO));
                document.add(new TextField(IndexField.NAMES, paper.getLast(), Field.Store.NO));
                document.add(new TextField(IndexField.WRITTEN, String.join(" ", paper), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
    }

    private static Optional<Query> query(String text, boolean withNames) throws IOException {
        return new LexicalQuery(reader, TextAnalyzer.of(Language.ENGLISH)).of(text, withNames);
    }

    private static ScoreDoc[] hits(String text, boolean withNames) throws IOException {
        return new IndexSearcher(reader).search(query(text, withNames).orElseThrow(), 10).scoreDocs;
    }

    private static List<Integer> found(String text, boolean withNames) throws IOException {
        return Stream.of(hits(text, withNames)).map(hit -> hit.doc).toList();
    }

    @Test
    void namesAreLookedThroughOnlyInASearch() throws IOException {
        assertThat(found("graph", false)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(found("graph", true)).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(query("Ann", false)).isEmpty();
        assertThat(found("ann", true)).containsExactly(0);
    }

    @Test
    void aRareWordAsItIsWrittenIsMeantAndNotItsStem() throws IOException {
        assertThat(found("Carrie", true)).first().isEqualTo(1);
        assertThat(found("carrying", true)).first().isEqualTo(3);
    }

    @Test
    void ofTextsWithoutAKnownTermThereIsNoQuery() throws IOException {
        for (String text : List.of("", " ", "unknown", "?!", "\"*:\\")) {
            assertThat(query(text, true)).as(text).isEmpty();
            assertThat(query(text, false)).as(text).isEmpty();
        }
    }

    @Test
    void unknownWordsAndTheOrderOfWordsChangeNoScore() throws IOException {
        for (boolean withNames : new boolean[] {true, false}) {
            ScoreDoc[] plain = hits("graphs trees ships", withNames);
            for (String text : List.of("ships graphs trees", "graphs quux trees ships xyzzy", "GRAPHS; trees? ships")) {
                ScoreDoc[] other = hits(text, withNames);
                assertThat(other).hasSameSizeAs(plain);
                for (int rank = 0; rank < plain.length; rank++) {
                    assertThat(other[rank].doc).isEqualTo(plain[rank].doc);
                    assertThat(other[rank].score).isEqualTo(plain[rank].score, within(1e-5f));
                }
            }
        }
    }

    @Test
    void aWordThatIsSaidMoreOftenCountsMore() throws IOException {
        assertThat(found("graphs ships", false)).last().isNotEqualTo(4);
        assertThat(hits("ships ships", false)[0].score).isEqualTo(2 * hits("ships", false)[0].score, within(1e-5f));
    }

    @Test
    void ofTooManyTermsTheMostTellingAreLookedFor() throws IOException {
        String text = "graphs trees carry zebras";
        for (int limit = 1; limit <= 4; limit++) {
            BooleanQuery query = (BooleanQuery) new LexicalQuery(reader, TextAnalyzer.of(Language.ENGLISH), limit)
                    .of(text, false)
                    .orElseThrow();
            assertThat(query.clauses()).hasSize(limit);
            BooleanClause first = query.clauses().getFirst();
            assertThat(((TermQuery) first.query()).getTerm().text()).isEqualTo("zebra");
        }
    }

    @Test
    void aTextOfManyThousandWordsIsAQueryThatLuceneTakes() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("word").append(i).append(" graphs ");
        }
        assertThat(found(text.toString(), true)).contains(0, 1, 2);
    }
}
