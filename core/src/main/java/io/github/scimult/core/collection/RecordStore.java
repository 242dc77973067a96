package io.github.scimult.core.collection;

/**
 * The records of one file of a collection, by row (their order in the file, counted from 0) and by id. Safe for use by
 * many threads; usable until it is closed.
 *
 * @param <T> what a record is
 */
public interface RecordStore<T> extends AutoCloseable {
    /** The number of records. */
    int size();

    /**
     * The id of a row.
     *
     * @throws IndexOutOfBoundsException if {@code row} is not in [0, size)
     */
    String id(int row);

    /** The row of an id, -1 if there is none. */
    int row(String id);

    /**
     * The record of a row; may be read from disk and is not kept.
     *
     * @throws IndexOutOfBoundsException if {@code row} is not in [0, size)
     */
    T get(int row);

    @Override
    default void close() {}
}
