package io.github.scimult.core.collection;

import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A literature collection on disk: one folder, the BEIR layout widened from search to all three tasks.
 *
 * <pre>
 * corpus.jsonl    {"_id": "…", "title": "…", "text": "…", "metadata": {"year", "venue", "authors": [..], "references": [..]}}
 * labels.jsonl    {"_id": "…", "name": "…", "definition": "…", "synonyms": [..], "parents": [..]}
 * queries.jsonl   {"_id": "…", "text": "…"}
 * qrels/classification/{train,dev,test}.tsv   query-id = paper, corpus-id = label, score
 * qrels/link/{train,dev,test}.tsv             query-id = paper, corpus-id = paper, score
 * qrels/search/{train,dev,test}.tsv           query-id = query, corpus-id = paper, score
 * </pre>
 *
 * <p>UTF-8, one JSON object or one tab-separated row a line; every file but {@code corpus.jsonl} is optional. A further
 * kind of link is a further folder, {@code qrels/link-co-cite/}; {@code .tsv} files directly under {@code qrels/}, as in
 * a plain BEIR folder, are for search. Any file may be packed ({@code .gz}, {@code .zst}). A {@code .tsv} file begins
 * with the header {@code query-id<tab>corpus-id<tab>score}; a score above 0 means relevant (graded), 0 judged and not
 * relevant; of a pair that is judged twice the last judgement counts.
 *
 * <p>Opening reads and checks everything; afterwards the texts stay on disk and are read when asked for, so a million
 * papers take about 50 MB of heap, and a million judged pairs 8 MB. Rows count the records of a file from 0, without those left out. Safe for use by many
 * threads until closed.
 */
public final class LiteratureCollection implements AutoCloseable {
    /** The three files of records. */
    record Records(
            MappedRecordStore<Paper> papers, MappedRecordStore<Label> labels, MappedRecordStore<Query> queries) {}

    private final Path folder;
    private final Records records;
    private final SortedMap<Task, SortedMap<Split, Judgements>> judgements;
    private final SkippedRecords skipped;
    private final String fingerprint;

    LiteratureCollection(
            Path folder,
            Records records,
            SortedMap<Task, SortedMap<Split, Judgements>> judgements,
            SkippedRecords skipped,
            String fingerprint) {
        this.folder = folder;
        this.records = records;
        this.judgements = judgements;
        this.skipped = skipped;
        this.fingerprint = fingerprint;
    }

    /**
     * Opens a collection in which nothing may be wrong.
     *
     * @throws BadDataException if something is: the first few problems with file and line, and the number of all
     */
    public static LiteratureCollection open(Path folder) throws IOException {
        return open(folder, ReadOptions.DEFAULTS);
    }

    /**
     * Opens a collection.
     *
     * @throws BadDataException if a line is wrong and may not be left out, or a file is missing, damaged or without its
     *     header
     */
    public static LiteratureCollection open(Path folder, ReadOptions options) throws IOException {
        return new CollectionReader(folder, options).open();
    }

    /**
     * Says at once what opening would say of a folder that is none of a collection.
     *
     * @throws BadDataException if there is no such folder, or no file of papers in it
     */
    public static void requireAt(Path folder) {
        CollectionReader.requireFolder(folder);
    }

    public Path folder() {
        return folder;
    }

    /** The folder's name. */
    public String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    public RecordStore<Paper> papers() {
        return records.papers();
    }

    /** Empty if there is no {@code labels.jsonl}. */
    public RecordStore<Label> labels() {
        return records.labels();
    }

    /** Empty if there is no {@code queries.jsonl}. */
    public RecordStore<Query> queries() {
        return records.queries();
    }

    /** The tasks for which there are files of judgements. */
    public SortedSet<Task> tasks() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(judgements.keySet()));
    }

    /** The splits of a task for which there are files of judgements. */
    public SortedSet<Split> splits(Task task) {
        return Collections.unmodifiableSortedSet(
                new TreeSet<>(judgements.getOrDefault(task, new TreeMap<>()).keySet()));
    }

    /** The judgements of a task and split; empty if there is no such file. */
    public Judgements judgements(Task task, Split split) {
        return judgements.getOrDefault(task, new TreeMap<>()).getOrDefault(split, Judgements.NONE);
    }

    /** What was left out because the options say so. */
    public SkippedRecords skipped() {
        return skipped;
    }

    /**
     * SHA-256 (hexadecimal) over the content of all files, packed or not, and over what was left out: two collections
     * of the same fingerprint have the same rows.
     */
    public String fingerprint() {
        return fingerprint;
    }

    Records records() {
        return records;
    }

    @Override
    public void close() {
        records.papers().close();
        records.labels().close();
        records.queries().close();
    }
}
