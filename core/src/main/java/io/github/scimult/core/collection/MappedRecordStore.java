package io.github.scimult.core.collection;

import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.DefectiveLine;
import io.github.scimult.core.record.JsonLine;
import io.github.scimult.core.record.RecordFormat;
import io.github.scimult.core.storage.BadDataException;
import java.util.Objects;

/**
 * The records of a file, read from it one by one when they are asked for. In memory are only the ids and where each
 * record stands: about 45 bytes a record.
 */
final class MappedRecordStore<T extends CollectionRecord> implements RecordStore<T> {
    /**
     * What was found in a file.
     *
     * @param ids of the records, in their order
     * @param offsets where each begins in the file
     * @param lengths how many bytes each takes
     * @param withoutText how many have no text at all
     * @param withoutBody how many have no abstract, or no definition
     */
    record Index(IdTable ids, long[] offsets, int[] lengths, long withoutText, long withoutBody) {
        static Index empty() {
            return new Index(new IdTable(), new long[0], new int[0], 0, 0);
        }
    }

    private final MappedFile file; // null if the collection has no such file
    private final RecordFormat<T> format;
    private final Index index;

    MappedRecordStore(MappedFile file, RecordFormat<T> format, Index index) {
        this.file = file;
        this.format = format;
        this.index = index;
    }

    boolean hasFile() {
        return file != null;
    }

    Index index() {
        return index;
    }

    @Override
    public int size() {
        return index.ids().size();
    }

    @Override
    public String id(int row) {
        return index.ids().id(row);
    }

    @Override
    public int row(String id) {
        return index.ids().row(id);
    }

    @Override
    public T get(int row) {
        Objects.checkIndex(row, size());
        int length = index.lengths()[row];
        try {
            return JsonLine.read(file.copy(index.offsets()[row], length), 0, length, format);
        } catch (DefectiveLine changed) {
            throw new BadDataException(
                    file.file().path() + ": the file was changed while it was in use: the record \"" + id(row)
                            + "\" cannot be read any more. Start again.",
                    changed);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
