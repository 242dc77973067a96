package io.github.scimult.search.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/**
 * What is nearest to a vector: by the graph of the distinct vectors, and by comparing all repeated ones.
 *
 * @param stored how the index keeps vectors
 */
record NearestVectors(IndexSearcher searcher, VectorStorage stored) {
    /** @param filter what may be found; null for any */
    ScoreDoc[] of(String field, float[] vector, int limit, Query filter) throws IOException {
        TopDocs distinct = searcher.search(distinct(field, vector, limit, filter), limit);
        Query repeated = new KnnFloatVectorQuery(IndexField.repeated(field), vector, limit, filter);
        return TopDocs.merge(limit, new TopDocs[] {distinct, searcher.search(repeated, limit)}).scoreDocs;
    }

    private Query distinct(String field, float[] vector, int limit, Query filter) {
        int found = stored.found(limit);
        Query nearest = new KnnFloatVectorQuery(field, vector, found, filter);
        return found == limit
                ? nearest
                : RescoreTopNQuery.createFullPrecisionRescorerQuery(nearest, vector, field, limit);
    }
}
