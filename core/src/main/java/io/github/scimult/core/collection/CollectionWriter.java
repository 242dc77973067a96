package io.github.scimult.core.collection;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.RecordKind;
import io.github.scimult.core.record.RecordWriter;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.NotWrittenException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a collection record by record, in the layout that {@link LiteratureCollection} reads. The folder appears, whole
 * and synced to the disk, with {@link #commit()}; closed without it, nothing is left.
 *
 * <p>Records come before the judgements that name them. In memory are only their ids. Not for use by several threads.
 *
 * <pre>{@code
 * try (CollectionWriter writer = CollectionWriter.create(folder)) {
 *     writer.add(new Paper("p1", "Attention", "…"));
 *     writer.add(new Query("q1", "attention"));
 *     writer.add(Task.SEARCH, Split.TEST, new Judgement("q1", "p1", 1));
 *     writer.commit();
 * }
 * }</pre>
 */
public final class CollectionWriter implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    /** A file of records and the ids in it. */
    private record RecordFile(JsonGenerator json, IdTable ids) {}

    private final Path target;
    private final AtomicFolder folder;
    private final Map<RecordKind, RecordFile> records = new EnumMap<>(RecordKind.class);
    private final Map<String, OutputStream> judgements = new HashMap<>();

    private CollectionWriter(Path target, AtomicFolder folder) throws IOException {
        this.target = target;
        this.folder = folder;
        recordFile(RecordKind.PAPER); // a collection without papers has an empty corpus
    }

    /**
     * Begins a new collection.
     *
     * @throws IllegalArgumentException if there is a file or a folder with content at this place
     */
    public static CollectionWriter create(Path target) throws IOException {
        AtomicFolder folder = AtomicFolder.create(target);
        try {
            return new CollectionWriter(target, folder);
        } catch (IOException failure) {
            folder.close();
            throw NotWrittenException.of(target, failure);
        }
    }

    /**
     * Adds a paper, label or query.
     *
     * @throws IllegalArgumentException if its id is blank, used before, or holds a tab or line end, which no {@code .tsv}
     *     file could
     */
    public void add(CollectionRecord record) throws IOException {
        String id = record.id();
        if (!CollectionRecord.canBeId(id)) {
            throw new IllegalArgumentException("the id \"" + id + "\" is blank or holds a tab or a line end");
        }
        try {
            RecordFile file = recordFile(RecordKind.of(record));
            if (file.ids().add(id.getBytes(StandardCharsets.UTF_8)) >= 0) {
                throw new IllegalArgumentException("the id \"" + id + "\" stands in "
                        + RecordKind.of(record).fileName() + " already");
            }
            RecordWriter.write(file.json(), record);
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /**
     * Adds a judgement.
     *
     * @throws IllegalArgumentException if it names a record that was not added
     */
    public void add(Task task, Split split, Judgement judgement) throws IOException {
        requireKnown(RecordKind.ofQueries(task), judgement.queryId());
        requireKnown(RecordKind.ofCandidates(task), judgement.candidateId());
        String row = judgement.queryId() + "\t" + judgement.candidateId() + "\t" + judgement.score() + "\n";
        try {
            judgementFile(task, split).write(row.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /** The number of a record among those of its kind that were added, from 0; -1 if there is none of this id. */
    public int row(RecordKind kind, String id) {
        RecordFile file = records.get(kind);
        return file == null ? -1 : file.ids().row(id);
    }

    /** Where the files lie until they are committed; what else is written here becomes part of the collection's folder. */
    public Path folder() {
        return folder.path();
    }

    /** Finishes all files, syncs them to the disk and gives the folder its name. */
    public void commit() throws IOException {
        try {
            closeFiles();
            folder.commit();
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /** Removes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            closeFiles();
        } catch (IOException lost) {
            // On a full disk the buffers cannot be written any more; what they belong to is removed now.
        } finally {
            folder.close();
        }
    }

    private void requireKnown(RecordKind kind, String id) {
        if (row(kind, id) < 0) {
            throw new IllegalArgumentException(
                    "a judgement names \"" + id + "\", which was not added to " + kind.fileName());
        }
    }

    private RecordFile recordFile(RecordKind kind) throws IOException {
        RecordFile file = records.get(kind);
        if (file == null) {
            file = new RecordFile(RecordWriter.into(open(kind.fileName())), new IdTable());
            records.put(kind, file);
        }
        return file;
    }

    private OutputStream judgementFile(Task task, Split split) throws IOException {
        String name = JudgementFiles.FOLDER + "/" + task.name() + "/" + split.lowerCaseName() + ".tsv";
        OutputStream out = judgements.get(name);
        if (out == null) {
            out = open(name);
            judgements.put(name, out);
            out.write((JudgementReader.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return out;
    }

    private OutputStream open(String name) throws IOException {
        Path file = folder.path().resolve(name);
        Files.createDirectories(file.getParent());
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    /** Closes every file, whatever happens to one of them. */
    private void closeFiles() throws IOException {
        IOException first = null;
        List<Closeable> files = new ArrayList<>(judgements.values());
        records.values().forEach(file -> files.add(file.json()));
        for (Closeable file : files) {
            try {
                file.close();
            } catch (IOException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
