package io.github.scimult.search;

import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.core.retrieval.LexicalScorer;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.analysis.TextAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 (Robertson and Zaragoza, 2009) as Lucene computes it, over one field with Lucene's English analyzer (Porter's
 * stemmer, Lucene's short list of stop words).
 *
 * <p>A query of any length is a bag of words: each term counts as often as it occurs, and every text in which one of them
 * occurs gets its exact score. Up to {@value #TEXTS_IN_MEMORY} texts are indexed in memory, more in a temporary folder
 * that is deleted on closing.
 *
 * @param k1 how soon further occurrences of a word stop to count; at least 0
 * @param b how much long texts are discounted, 0 to 1
 */
public record Bm25Indexer(float k1, float b) implements LexicalIndexer {
    /**
     * The parameters of Lucene: k1 1.2, b 0.75. The default here, chosen as the library's own and never tuned: on most dev
     * splits looked at, they rank better than those of Anserini, so whoever is above them is above a strong rival.
     */
    public static final Bm25Indexer LUCENE = new Bm25Indexer(1.2f, 0.75f);

    /** The parameters of Anserini, with which most published figures on BEIR were made: k1 0.9, b 0.4. */
    public static final Bm25Indexer ANSERINI = new Bm25Indexer(0.9f, 0.4f);

    static final String FIELD = "text";

    static {
        QuietLucene.begin();
    }

    private static final int TEXTS_IN_MEMORY = 100_000;

    public Bm25Indexer {
        if (!(k1 >= 0 && k1 < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("k1 is at least 0, not " + k1);
        }
        if (!(b >= 0 && b <= 1)) {
            throw new IllegalArgumentException("b lies between 0 and 1, not at " + b);
        }
    }

    @Override
    public LexicalScorer index(int size, IntFunction<String> text) {
        try {
            TemporaryIndex place = size <= TEXTS_IN_MEMORY ? TemporaryIndex.inMemory() : TemporaryIndex.temporary();
            try {
                Analyzer analyzer = TextAnalyzer.of(Language.ENGLISH);
                write(place, analyzer, size, text);
                return new Bm25Scorer(place, analyzer, similarity());
            } catch (IOException | RuntimeException failure) {
                place.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the index for BM25 could not be written: " + failure.getMessage(), failure);
        }
    }

    /** As reports show it. */
    @Override
    public String toString() {
        return "BM25, k1 " + k1 + ", b " + b;
    }

    BM25Similarity similarity() {
        return new BM25Similarity(k1, b);
    }

    private void write(TemporaryIndex place, Analyzer analyzer, int size, IntFunction<String> text) throws IOException {
        // One thread, and a policy that merges neighbours only: a document's number stays its row.
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setSimilarity(similarity())
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(64);
        try (IndexWriter writer = new IndexWriter(place.directory(), config)) {
            Field field = new Field(FIELD, "", fieldType());
            Document document = new Document();
            document.add(field);
            for (int row = 0; row < size; row++) {
                field.setStringValue(text.apply(row));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static FieldType fieldType() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
