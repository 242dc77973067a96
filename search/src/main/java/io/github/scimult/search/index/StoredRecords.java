package io.github.scimult.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

/** The papers and labels of an index as they were at one moment, read rather than ranked. */
record StoredRecords(IndexSearcher searcher) {
    /** A paper, or a label, by its id. */
    Optional<IndexedPaper> record(String type, String id) throws IOException {
        ScoreDoc[] found = searcher.search(IndexField.record(type, id), 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(paper(found[0].doc));
    }

    /** What a document holds. */
    IndexedPaper paper(int document) throws IOException {
        Document stored = searcher.storedFields().document(document);
        String venue = stored.get(IndexField.VENUE);
        return new IndexedPaper(
                stored.get(IndexField.ID),
                stored.get(IndexField.TITLE),
                stored.get(IndexField.TEXT),
                List.of(stored.getValues(IndexField.AUTHOR)),
                venue == null ? "" : venue,
                stored.getField(IndexField.YEAR) == null
                        ? null
                        : stored.getField(IndexField.YEAR).numericValue().intValue(),
                List.of(stored.getValues(IndexField.REFERENCE)),
                Stream.of(IndexField.CARRIES, IndexField.PARENT) // a document has one of the two
                        .flatMap(field -> Stream.of(stored.getValues(field)))
                        .toList());
    }

    /**
     * Papers with their vectors, in the index's order; of more than {@code most} so many, drawn by the seed.
     *
     * @param field of the vectors
     */
    void draw(String field, int most, long seed, LiteratureIndex.PaperVectors each) throws IOException {
        int left = searcher.count(new FieldExistsQuery(field));
        int wanted = Math.min(most, left);
        SplittableRandom random = new SplittableRandom(seed);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            KnnVectorValues.DocIndexIterator documents = values.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live != null && !live.get(documents.docID())) {
                    continue;
                }
                if (random.nextInt(left--) < wanted) {
                    wanted--;
                    each.accept(
                            paper(leaf.docBase + documents.docID()),
                            values.vectorValue(documents.index()).clone());
                }
            }
        }
    }

    /** All labels, in the index's order. */
    List<IndexedPaper> labels() throws IOException {
        return all(IndexField.LABELS, Integer.MAX_VALUE);
    }

    /** Papers whose references name a paper. */
    List<IndexedPaper> citing(String id, int most) throws IOException {
        return all(new TermQuery(new Term(IndexField.REFERENCE, id)), most);
    }

    private List<IndexedPaper> all(Query query, int most) throws IOException {
        int documents = Math.max(1, Math.min(most, searcher.getIndexReader().maxDoc()));
        List<IndexedPaper> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, documents, Sort.INDEXORDER).scoreDocs) {
            found.add(paper(hit.doc));
        }
        return found;
    }
}
