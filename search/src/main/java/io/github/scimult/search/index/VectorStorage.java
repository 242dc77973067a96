package io.github.scimult.search.index;

import io.github.scimult.search.field.IndexField;
import java.util.Locale;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/** How vectors are looked through. The whole ones are on the disk in either case. */
public enum VectorStorage {
    /** As 32-bit floats. */
    FLOAT32,
    /**
     * As one byte a number, a quarter of the memory; twice as many as asked for are found by these, and put in order by the
     * whole ones.
     */
    INT8;

    /** Never so many vectors that a graph is made. */
    private static final KnnVectorsFormat WITHOUT_GRAPH = new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
            null,
            Integer.MAX_VALUE);

    /** So many times what is asked for is found before whole vectors decide. */
    private static final int MORE = 2;

    /**
     * The storage of a name.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static VectorStorage parse(String name) {
        for (VectorStorage storage : values()) {
            if (storage.toString().equals(name)) {
                return storage;
            }
        }
        throw new IllegalArgumentException("vectors are kept as float32 or int8, not '" + name + "'");
    }

    /** So many times what is wanted is looked for in the graph. */
    int oversampling() {
        return this == INT8 ? MORE : 1;
    }

    /** What writes segments. Any codec of Lucene reads them. */
    Codec codec() {
        KnnVectorsFormat graph =
                this == FLOAT32 ? new Lucene99HnswVectorsFormat() : new Lucene104HnswScalarQuantizedVectorsFormat();
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return IndexField.isRepeated(field) ? WITHOUT_GRAPH : graph;
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
