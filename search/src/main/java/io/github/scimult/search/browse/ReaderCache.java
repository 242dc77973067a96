package io.github.scimult.search.browse;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;

/** What is derived of an index's reader, kept as long as that is open. */
final class ReaderCache<T> {
    private final Map<IndexReader.CacheKey, T> derived = new ConcurrentHashMap<>();
    private final Derivation<T> derivation;

    /** Makes a value of a reader. */
    interface Derivation<T> {
        T of(IndexReader reader) throws IOException;
    }

    ReaderCache(Derivation<T> derivation) {
        this.derivation = derivation;
    }

    T of(IndexReader reader) throws IOException {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        T known = derived.get(helper.getKey());
        if (known == null) {
            known = derivation.of(reader);
            helper.addClosedListener(derived::remove);
            derived.put(helper.getKey(), known);
        }
        return known;
    }
}
