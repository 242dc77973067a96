package io.github.scimult.core.collection;

import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.LabelFormat;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperFormat;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.record.QueryFormat;
import io.github.scimult.core.record.RecordFormat;
import io.github.scimult.core.record.RecordKind;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and checks a folder: first the records, then the judgements, which must name known records. */
final class CollectionReader {
    private final Path folder;
    private final ReadOptions options;
    private final Problems problems;
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<MappedFile> opened = new ArrayList<>();

    CollectionReader(Path folder, ReadOptions options) {
        this.folder = folder;
        this.options = options;
        this.problems = new Problems(folder);
    }

    LiteratureCollection open() throws IOException {
        requireFolder(folder);
        try {
            MappedRecordStore<Paper> papers = load(RecordKind.PAPER, new PaperFormat(options.refuseEmptyPapers()));
            MappedRecordStore<Label> labels = load(RecordKind.LABEL, new LabelFormat());
            MappedRecordStore<Query> queries = load(RecordKind.QUERY, new QueryFormat());
            // Judgements of a record that could not be read would only repeat what is wrong with that record.
            refuseUnlessSkipping();
            LiteratureCollection.Records records = new LiteratureCollection.Records(papers, labels, queries);
            SortedMap<Task, SortedMap<Split, Judgements>> judgements = readJudgements(records);
            refuseUnlessSkipping();
            SkippedRecords skipped = problems.skipped();
            return new LiteratureCollection(folder, records, judgements, skipped, fingerprint.hex(skipped));
        } catch (IOException | RuntimeException | Error failure) {
            opened.forEach(MappedFile::close);
            throw failure;
        }
    }

    static void requireFolder(Path folder) {
        String corpus = RecordKind.PAPER.fileName();
        if (!Files.isDirectory(folder)) {
            throw new BadDataException(
                    folder + ": there is no such folder. A collection is a folder with a file " + corpus + " in it.");
        }
        if (CollectionFile.find(folder, corpus).isEmpty()) {
            throw new BadDataException(folder + ": there is no " + corpus
                    + " (nor .gz or .zst) in this folder. A collection needs one, with a paper a line: "
                    + "{\"_id\": \"…\", \"title\": \"…\", \"text\": \"…\"}.");
        }
    }

    private void refuseUnlessSkipping() {
        if (!options.skipBadRecords()) {
            problems.refuse();
        }
    }

    private <T extends CollectionRecord> MappedRecordStore<T> load(RecordKind kind, RecordFormat<T> format)
            throws IOException {
        Optional<CollectionFile> file = CollectionFile.find(folder, kind.fileName());
        if (file.isEmpty()) {
            return new MappedRecordStore<>(null, format, MappedRecordStore.Index.empty());
        }
        MappedFile mapped = MappedFile.open(file.get(), options);
        opened.add(mapped);
        return new RecordLoader<>(mapped, format).load(problems, fingerprint);
    }

    private SortedMap<Task, SortedMap<Split, Judgements>> readJudgements(LiteratureCollection.Records records)
            throws IOException {
        SortedMap<Task, SortedMap<Split, Judgements>> judgements = new TreeMap<>();
        for (var ofTask : JudgementFiles.find(folder).entrySet()) {
            SortedMap<Split, Judgements> splits = new TreeMap<>();
            for (var ofSplit : ofTask.getValue().entrySet()) {
                splits.put(ofSplit.getKey(), readJudgements(ofTask.getKey(), ofSplit.getValue(), records));
            }
            judgements.put(ofTask.getKey(), splits);
        }
        return judgements;
    }

    private Judgements readJudgements(Task task, CollectionFile file, LiteratureCollection.Records records)
            throws IOException {
        JudgementReader.Side queries = side(RecordKind.ofQueries(task), "query-id", records);
        JudgementReader.Side candidates = side(RecordKind.ofCandidates(task), "corpus-id", records);
        try (MappedFile mapped = MappedFile.open(file, options)) {
            return new JudgementReader(mapped, queries, candidates).read(problems, fingerprint);
        }
    }

    private static JudgementReader.Side side(RecordKind kind, String column, LiteratureCollection.Records records) {
        MappedRecordStore<?> store = switch (kind) {
            case PAPER -> records.papers();
            case LABEL -> records.labels();
            case QUERY -> records.queries();
        };
        return new JudgementReader.Side(store.index().ids(), column, kind, store.hasFile());
    }
}
