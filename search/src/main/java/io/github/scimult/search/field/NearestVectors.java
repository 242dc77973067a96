package io.github.scimult.search.field;

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
 * @param oversampling so many times what is wanted is looked for in the graph, whose vectors may be quantized, and put in order by
 *     the whole ones; 1 for a graph of whole vectors
 */
public record NearestVectors(IndexSearcher searcher, int oversampling) {
    /** @param filter what may be found; null for any */
    public ScoreDoc[] of(String field, float[] vector, int limit, Query filter) throws IOException {
        TopDocs distinct = searcher.search(distinct(field, vector, limit, filter), limit);
        Query repeated = new KnnFloatVectorQuery(IndexField.repeated(field), vector, limit, filter);
        return TopDocs.merge(limit, new TopDocs[] {distinct, searcher.search(repeated, limit)}).scoreDocs;
    }

    private Query distinct(String field, float[] vector, int limit, Query filter) {
        int found = oversampling * limit;
        Query nearest = new KnnFloatVectorQuery(field, vector, found, filter);
        return found == limit
                ? nearest
                : RescoreTopNQuery.createFullPrecisionRescorerQuery(nearest, vector, field, limit);
    }
}
