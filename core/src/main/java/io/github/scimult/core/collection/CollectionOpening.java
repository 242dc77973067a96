package io.github.scimult.core.collection;

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
final class CollectionOpening {
    private static final String CORPUS = "corpus.jsonl";
    private static final String LABELS = "labels.jsonl";
    private static final String QUERIES = "queries.jsonl";

    private final Path folder;
    private final ReadOptions options;
    private final Problems problems;
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<MappedFile> opened = new ArrayList<>();

    CollectionOpening(Path folder, ReadOptions options) {
        this.folder = folder;
        this.options = options;
        this.problems = new Problems(folder);
    }

    LiteratureCollection open() throws IOException {
        checkFolder();
        try {
            MappedRecordStore<Paper> papers = load(CORPUS, new PaperFormat(options.refuseEmptyPapers()));
            MappedRecordStore<Label> labels = load(LABELS, new LabelFormat());
            MappedRecordStore<Query> queries = load(QUERIES, new QueryFormat());
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

    private void checkFolder() {
        if (!Files.isDirectory(folder)) {
            throw new BadDataException(
                    folder + ": there is no such folder. A collection is a folder with a file " + CORPUS + " in it.");
        }
        if (CollectionFile.find(folder, CORPUS).isEmpty()) {
            throw new BadDataException(folder + ": there is no " + CORPUS
                    + " (nor .gz or .zst) in this folder. A collection needs one, with a paper a line: "
                    + "{\"_id\": \"…\", \"title\": \"…\", \"text\": \"…\"}.");
        }
    }

    private void refuseUnlessSkipping() {
        if (!options.skipBadRecords()) {
            problems.refuse();
        }
    }

    private <T extends CollectionRecord> MappedRecordStore<T> load(String name, RecordFormat<T> format)
            throws IOException {
        Optional<CollectionFile> file = CollectionFile.find(folder, name);
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
        JudgementReader.Side queries = switch (task.family()) {
            case SEARCH -> side(records.queries(), "query-id", "query", QUERIES);
            case LINK, CLASSIFICATION -> side(records.papers(), "query-id", "paper", CORPUS);
        };
        JudgementReader.Side candidates = switch (task.family()) {
            case CLASSIFICATION -> side(records.labels(), "corpus-id", "label", LABELS);
            case LINK, SEARCH -> side(records.papers(), "corpus-id", "paper", CORPUS);
        };
        try (MappedFile mapped = MappedFile.open(file, options)) {
            return new JudgementReader(mapped, queries, candidates).read(problems, fingerprint);
        }
    }

    private static JudgementReader.Side side(
            MappedRecordStore<?> records, String column, String what, String recordFile) {
        return new JudgementReader.Side(records.index().ids(), column, what, recordFile, records.hasFile());
    }
}
