package io.github.scimult.search.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;

/**
 * What is nearest to a vector, by the graph of neighbours.
 *
 * @param stored how the index keeps vectors
 */
record NearestVectors(IndexSearcher searcher, VectorStorage stored) {
    /** @param filter what may be found; null for any */
    ScoreDoc[] of(String field, float[] vector, int limit, Query filter) throws IOException {
        int found = stored.found(limit);
        Query nearest = new KnnFloatVectorQuery(field, vector, found, filter);
        Query ordered = found == limit
                ? nearest
                : RescoreTopNQuery.createFullPrecisionRescorerQuery(nearest, vector, field, limit);
        return searcher.search(ordered, limit).scoreDocs;
    }
}
