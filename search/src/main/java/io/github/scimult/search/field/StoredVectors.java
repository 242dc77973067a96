package io.github.scimult.search.field;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * The whole vectors of documents.
 *
 * @param field of vectors; repeated ones are looked at as well
 */
public record StoredVectors(IndexReader reader, String field) {
    /** The vector of a document, as the index compares it; empty if it has none. */
    public Optional<float[]> of(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        Optional<float[]> first = of(leaf.reader(), field, document - leaf.docBase);
        return first.isPresent() ? first : of(leaf.reader(), IndexField.repeated(field), document - leaf.docBase);
    }

    private static Optional<float[]> of(LeafReader leaf, String field, int document) throws IOException {
        FloatVectorValues values = leaf.getFloatVectorValues(field);
        if (values == null) {
            return Optional.empty();
        }
        KnnVectorValues.DocIndexIterator documents = values.iterator();
        return documents.advance(document) == document
                ? Optional.of(values.vectorValue(documents.index()).clone())
                : Optional.empty();
    }
}
