package io.github.scimult.core.collection;

import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.LabelFormat;
import io.github.scimult.core.record.PaperFormat;
import io.github.scimult.core.record.QueryFormat;
import io.github.scimult.core.record.RecordFormat;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file of records on its own: a corpus, labels or queries, packed or not, checked as within a collection. */
public final class RecordFile implements AutoCloseable {
    private final MappedFile file;
    private final MappedRecordStore<? extends CollectionRecord> records;

    private RecordFile(MappedFile file, MappedRecordStore<? extends CollectionRecord> records) {
        this.file = file;
        this.records = records;
    }

    /**
     * Opens a file. A name that begins with {@code labels} or {@code queries} says what is in it; any other holds papers.
     *
     * @throws BadDataException if there is no such file or a line of it is bad
     */
    @SuppressWarnings("MustBeClosedChecker") // closed with the object
    public static RecordFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new BadDataException(path + ": there is no such file. Give a corpus.jsonl, labels.jsonl or "
                    + "queries.jsonl, a record a line.");
        }
        String name = path.getFileName().toString();
        MappedFile mapped = MappedFile.open(new CollectionFile(name, path, Compression.of(name)), ReadOptions.DEFAULTS);
        try {
            Problems problems = new Problems(path.toAbsolutePath().getParent());
            var store = new RecordLoader<>(mapped, format(name)).load(problems, new Fingerprint());
            problems.refuse();
            return new RecordFile(mapped, store);
        } catch (RuntimeException failure) {
            mapped.close();
            throw failure;
        }
    }

    private static RecordFormat<? extends CollectionRecord> format(String name) {
        if (name.startsWith("labels")) {
            return new LabelFormat();
        }
        return name.startsWith("queries") ? new QueryFormat() : new PaperFormat(false);
    }

    public RecordStore<? extends CollectionRecord> records() {
        return records;
    }

    @Override
    public void close() {
        file.close();
    }
}
