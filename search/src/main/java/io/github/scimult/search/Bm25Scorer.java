package io.github.scimult.search;

import io.github.scimult.core.retrieval.LexicalScorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Scores term by term: walks through the postings of each term of the query and adds Lucene's score of the term to every
 * text in which it occurs. The same sums as Lucene's own query gives (float terms, added as doubles in the order of the
 * query's terms), but no clause limit and no queue, and all scores at once; long queries are several times faster.
 */
final class Bm25Scorer implements LexicalScorer {
    private final TemporaryIndex place;
    private final Analyzer analyzer;
    private final BM25Similarity similarity;
    private final DirectoryReader reader;
    private final CollectionStatistics statistics; // null if no text holds a word
    private final byte[] norms; // (texts) a text's length as Lucene codes it

    Bm25Scorer(TemporaryIndex place, Analyzer analyzer, BM25Similarity similarity) throws IOException {
        this.place = place;
        this.analyzer = analyzer;
        this.similarity = similarity;
        this.reader = DirectoryReader.open(place.directory());
        this.statistics = new IndexSearcher(reader).collectionStatistics(Bm25Indexer.FIELD);
        this.norms = new byte[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNormValues(Bm25Indexer.FIELD);
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                norms[leaf.docBase + values.docID()] = (byte) values.longValue();
            }
        }
    }

    @Override
    public int size() {
        return norms.length;
    }

    @Override
    public void score(String text, float[] scores) {
        if (scores.length != norms.length) {
            throw new IllegalArgumentException(
                    "room for " + scores.length + " scores, but there are " + norms.length + " candidates");
        }
        double[] sums = new double[scores.length];
        try {
            if (statistics != null) {
                TermsEnum[] cursors = cursors();
                for (Map.Entry<BytesRef, Integer> term : terms(text).entrySet()) {
                    addTerm(term.getKey(), term.getValue(), cursors, sums);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the index for BM25 could not be read: " + failure.getMessage(), failure);
        }
        for (int row = 0; row < scores.length; row++) {
            scores[row] = (float) sums[row];
        }
    }

    Directory directory() {
        return place.directory();
    }

    /** The terms of a query with their number, in the order of their first occurrence. */
    private Map<BytesRef, Integer> terms(String text) throws IOException {
        Map<BytesRef, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(Bm25Indexer.FIELD, text)) {
            TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(BytesRef.deepCopyOf(term.getBytesRef()), 1, Integer::sum);
            }
            tokens.end();
        }
        return counts;
    }

    /** A cursor into each segment's terms, null where a segment has none. */
    private TermsEnum[] cursors() throws IOException {
        TermsEnum[] cursors = new TermsEnum[reader.leaves().size()];
        for (int leaf = 0; leaf < cursors.length; leaf++) {
            Terms terms = reader.leaves().get(leaf).reader().terms(Bm25Indexer.FIELD);
            cursors[leaf] = terms == null ? null : terms.iterator();
        }
        return cursors;
    }

    private void addTerm(BytesRef term, int boost, TermsEnum[] cursors, double[] sums) throws IOException {
        boolean[] found = new boolean[cursors.length];
        long documents = 0;
        long occurrences = 0;
        for (int leaf = 0; leaf < cursors.length; leaf++) {
            found[leaf] = cursors[leaf] != null && cursors[leaf].seekExact(term);
            documents += found[leaf] ? cursors[leaf].docFreq() : 0;
            occurrences += found[leaf] ? cursors[leaf].totalTermFreq() : 0;
        }
        if (documents == 0) {
            return;
        }
        SimScorer scorer = similarity.scorer(boost, statistics, new TermStatistics(term, documents, occurrences));
        for (int leaf = 0; leaf < cursors.length; leaf++) {
            if (found[leaf]) {
                addPostings(cursors[leaf], reader.leaves().get(leaf).docBase, scorer, sums);
            }
        }
    }

    private void addPostings(TermsEnum term, int base, SimScorer scorer, double[] sums) throws IOException {
        PostingsEnum postings = term.postings(null, PostingsEnum.FREQS);
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            int row = base + document;
            sums[row] += scorer.score(postings.freq(), norms[row]);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            place.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the index for BM25 could not be closed: " + failure.getMessage(), failure);
        }
        analyzer.close();
    }
}
