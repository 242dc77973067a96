package io.github.scimult.search.browse;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;

/** A number for each document of a reader, for Lucene to sort by. */
final class DocumentNumbers extends LongValuesSource {
    private final int[] numbers;

    DocumentNumbers(int[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) {
        return new LongValues() {
            private int document;

            @Override
            public long longValue() {
                return numbers[document];
            }

            @Override
            public boolean advanceExact(int inLeaf) {
                document = leaf.docBase + inLeaf;
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public LongValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentNumbers same && Arrays.equals(same.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return numbers.length;
    }

    @Override
    public String toString() {
        return "numbers of " + numbers.length + " documents";
    }
}
