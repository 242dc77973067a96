package io.github.scimult.search.field;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Which vectors an index has already. A graph of neighbours comes apart where thousands of vectors are equal, since each has but equal
 * ones for neighbours; so each distinct vector is in the graph once, and its repetitions are looked through one by one.
 *
 * <p>Vectors count as equal that differ by less than rounding: one text, embedded among others, comes out a little differently.
 */
public final class DistinctVectors {
    private static final float STEPS = 1024;
    private static final int LOOKED_AT = 8;

    private final IndexSearcher before;
    private final Map<String, Set<Long>> added = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** @param before the index as it is before documents are added; null for an empty one */
    public DistinctVectors(IndexSearcher before) {
        this.before = before;
    }

    /** A record of the index as it was is deleted or replaced. */
    public void remove(String type, String id) {
        gone.add(type + id);
    }

    /** Equal for equal vectors, and hardly ever for others, where it does no harm. */
    public static long key(float[] vector) {
        float largest = 0;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        long key = 1;
        for (float component : vector) {
            key = 0x9E3779B97F4A7C15L * (key ^ (key >>> 29))
                    + (largest == 0 ? 0 : Math.round(component / largest * STEPS));
        }
        return key;
    }

    /** Whether a vector that is being added is none of those that stay. */
    public boolean isFirst(String type, String field, long key) throws IOException {
        return !isThere(type, field, key)
                && added.computeIfAbsent(field, _ -> new HashSet<>()).add(key);
    }

    private boolean isThere(String type, String field, long key) throws IOException {
        if (before == null) {
            return false;
        }
        TermQuery same = new TermQuery(new Term(IndexField.key(field), Long.toHexString(key)));
        StoredFields stored = before.storedFields();
        for (ScoreDoc hit : before.search(same, LOOKED_AT).scoreDocs) {
            if (!gone.contains(
                    type + stored.document(hit.doc, Set.of(IndexField.ID)).get(IndexField.ID))) {
                return true;
            }
        }
        return false;
    }
}
