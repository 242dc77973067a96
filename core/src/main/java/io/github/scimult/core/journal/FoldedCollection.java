package io.github.scimult.core.journal;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.RecordKind;
import io.github.scimult.core.storage.Utf8File;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A collection with the changes of a journal in it: what was put, deleted, merged and judged since. Labels that were assigned become
 * judgements of the split that the paper's other labels are of, or else of train; rejected ones are judged 0 there. Papers are read
 * one by one; in memory are ids of what was changed, and the labels.
 *
 * <p>A library's collection that was written this way is marked with the change sets that it has, which are not folded in again.
 */
public final class FoldedCollection {
    private static final String CHANGE = "changes-up-to.txt";

    private final LiteratureCollection collection;
    private final Journal journal;
    private final long upTo;
    private final ChangedRecords changed;

    private FoldedCollection(LiteratureCollection collection, Journal journal, long upTo, ChangedRecords changed) {
        this.collection = collection;
        this.journal = journal;
        this.upTo = upTo;
        this.changed = changed;
    }

    /**
     * Reads the changes.
     *
     * @param upTo the number of the last change set that is to be in
     */
    public static FoldedCollection of(LiteratureCollection collection, Journal journal, long upTo) throws IOException {
        ChangedRecords changed = new ChangedRecords(collection);
        try (JournalReader reader = journal.after(changeIn(collection.folder()))) {
            for (Optional<ChangeSet> set = reader.next();
                    set.isPresent() && set.get().number() <= upTo;
                    set = reader.next()) {
                changed.apply(set.get());
            }
        }
        return new FoldedCollection(collection, journal, upTo, changed);
    }

    /**
     * Writes it as a collection of its own.
     *
     * @throws IllegalArgumentException if there is something at this place already
     */
    public void write(Path folder) throws IOException {
        write(folder, false);
    }

    /** Writes it as the collection of the same library, with a mark that says which changes are in it. */
    public void writeForLibrary(Path folder) throws IOException {
        write(folder, true);
    }

    private void write(Path folder, boolean marked) throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            writePapers(writer);
            writeLabels(writer);
            for (int row = 0; row < collection.queries().size(); row++) {
                writer.add(collection.queries().get(row));
            }
            for (Task task : collection.tasks()) {
                for (Split split : collection.splits(task)) {
                    copy(task, split, writer);
                }
            }
            writeDecisions(writer);
            if (marked) {
                mark(writer.folder(), upTo);
            }
            writer.commit();
        }
    }

    /** Marks a library's collection with the number of the last change set that is in it. */
    public static void mark(Path folder, long change) throws IOException {
        Files.writeString(folder.resolve(CHANGE), Long.toString(change));
    }

    /** Up to which change set the changes are in a folder that was written; 0 for a collection of people. */
    public static long changeIn(Path folder) throws IOException {
        Path file = folder.resolve(CHANGE);
        return Files.exists(file) ? Long.parseLong(Utf8File.read(file).strip()) : 0;
    }

    private void writePapers(CollectionWriter writer) throws IOException {
        for (int row = 0; row < collection.papers().size(); row++) {
            if (!changed.isPaperChanged(collection.papers().id(row))) {
                writer.add(collection.papers().get(row));
            }
        }
        try (JournalReader reader = journal.after(changeIn(collection.folder()))) {
            for (Optional<ChangeSet> set = reader.next();
                    set.isPresent() && set.get().number() <= upTo;
                    set = reader.next()) {
                for (int i = 0; i < set.get().changes().size(); i++) {
                    if (set.get().changes().get(i) instanceof Change.PutPaper put
                            && changed.isLast(put.paper().id(), set.get().number(), i)) {
                        writer.add(put.paper());
                    }
                }
            }
        }
    }

    private void writeLabels(CollectionWriter writer) throws IOException {
        for (Label label : changed.labels()) {
            writer.add(label);
        }
    }

    private void copy(Task task, Split split, CollectionWriter writer) throws IOException {
        Judgements judgements = collection.judgements(task, split);
        for (int query = 0; query < judgements.queries(); query++) {
            String asked = task.family() == TaskFamily.SEARCH
                    ? collection.queries().id(judgements.queryRow(query))
                    : collection.papers().id(judgements.queryRow(query));
            if (task.family() != TaskFamily.SEARCH && changed.wasDeleted(asked)) {
                continue;
            }
            int[] rows = judgements.candidateRows(query);
            int[] scores = judgements.scores(query);
            for (int i = 0; i < rows.length; i++) {
                copy(task, split, asked, candidate(task, rows[i]), scores[i], writer);
            }
        }
    }

    private Optional<String> candidate(Task task, int row) {
        return task.family() == TaskFamily.CLASSIFICATION
                ? changed.labelNow(collection.labels().id(row))
                : Optional.of(collection.papers().id(row));
    }

    private void copy(
            Task task, Split split, String asked, Optional<String> candidate, int score, CollectionWriter writer)
            throws IOException {
        if (candidate.isEmpty() || writer.row(RecordKind.ofCandidates(task), candidate.get()) < 0) {
            return;
        }
        boolean decided = task.family() == TaskFamily.CLASSIFICATION
                && changed.decisions().containsKey(new ChangedRecords.Pair(asked, candidate.get()));
        if (!decided) {
            writer.add(task, split, new Judgement(asked, candidate.get(), score));
        }
    }

    private void writeDecisions(CollectionWriter writer) throws IOException {
        for (Map.Entry<ChangedRecords.Pair, LabelDecision> decided :
                changed.decisions().entrySet()) {
            if (decided.getValue() != LabelDecision.CLEARED) {
                String paper = decided.getKey().paper();
                int score = decided.getValue() == LabelDecision.ASSIGNED ? 1 : 0;
                writer.add(
                        Task.CLASSIFICATION,
                        changed.splitOf(paper),
                        new Judgement(paper, decided.getKey().label(), score));
            }
        }
    }
}
