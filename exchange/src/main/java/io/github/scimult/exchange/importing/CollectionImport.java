package io.github.scimult.exchange.importing;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.record.RecordKind;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.PlainText;
import io.github.scimult.exchange.importing.split.ImportSplit;
import io.github.scimult.exchange.importing.split.SplitAssignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * A collection that is being imported. Records that come again are kept once, as the same paper stands in many lists of these files;
 * of two judgements of the same pair the first one counts.
 */
public final class CollectionImport {
    private final CollectionWriter writer;
    private final ImportOptions options;
    private final boolean skipBad;
    private final LongConsumer progress;
    private final ImportReport report;
    private final PendingJudgements pending;
    private final Map<Task, PairSet> judged = new HashMap<>(); // by rows
    private final Map<String, Integer> years = new HashMap<>(); // only where time decides the split
    private boolean hasPapers;
    private long read;

    private CollectionImport(Setting setting, CollectionWriter writer, ImportReport report, PendingJudgements pending) {
        this.writer = writer;
        this.options = setting.options();
        this.skipBad = setting.options().skipBad().orElse(setting.format().leavesBadOut());
        this.progress = setting.progress();
        this.report = report;
        this.pending = pending;
    }

    /** What is imported, and how. */
    private record Setting(ImportFormat format, ImportOptions options, LongConsumer progress) {}

    /**
     * Imports files into a new folder, which appears whole or not at all.
     *
     * @param in files and folders, of which later ones come after, or instead of, earlier ones
     * @param progress hears of the number of records read, now and then
     * @return what was imported and what was left out, for people
     */
    public static String run(ImportFormat format, List<Path> in, Path out, ImportOptions options, LongConsumer progress)
            throws IOException {
        for (Path each : in) {
            if (!Files.exists(each)) {
                throw new BadDataException(each + ": there is no such file or folder. " + format.explanation());
            }
        }
        try (CollectionWriter writer = CollectionWriter.create(out);
                ImportReport report = new ImportReport(writer.folder());
                PendingJudgements pending = new PendingJudgements()) {
            CollectionImport into =
                    new CollectionImport(new Setting(format, options, progress), writer, report, pending);
            format.readAll(in, into);
            into.requirePapers(in, format);
            into.placePending();
            report.close();
            writer.commit();
            return report.text();
        }
    }

    private void requirePapers(List<Path> in, ImportFormat format) {
        if (!hasPapers) {
            String first = report.hasLeftOut()
                    ? " The first record that was left out: "
                            + report.firstLeftOut().getFirst()
                    : "";
            throw new BadDataException(in.getFirst() + ": there was no paper in it that can be used." + first + " "
                    + format.explanation());
        }
    }

    /** Whether a paper of this id was added. */
    public boolean hasPaper(String id) {
        return has(RecordKind.PAPER, id);
    }

    private boolean has(RecordKind kind, String id) {
        return writer.row(kind, id) >= 0;
    }

    /** Adds a record unless one of its id is there; one that no collection can hold is bad. */
    public void add(ImportLine at, CollectionRecord record) throws IOException {
        RecordKind recordKind = RecordKind.of(record);
        String kind = recordKind.word();
        if (!CollectionRecord.canBeId(record.id())) {
            bad(at, "the id '" + record.id() + "' of a " + kind + " is blank or holds a tab or a line end");
            return;
        }
        if (!CollectionRecord.canBeIndexed(record.id())) {
            bad(at, CollectionRecord.tooLong(record.id()));
            return;
        }
        if (lacksWords(record)) {
            bad(at, "the " + kind + " '" + record.id() + "' has no text");
            return;
        }
        if (has(recordKind, record.id())) {
            count(kind + " records met again");
            return;
        }
        writer.add(record);
        hasPapers |= recordKind == RecordKind.PAPER;
        noteYear(record);
        count(kind + " records");
        if (++read % 1000 == 0) {
            progress.accept(read);
        }
    }

    private void noteYear(CollectionRecord record) {
        boolean byTime =
                options.split() instanceof ImportSplit.Shares shares && shares.order() == ImportSplit.Order.TIME;
        if (byTime && record instanceof Paper paper && paper.metadata().year() != null) {
            years.put(paper.id(), paper.metadata().year());
        }
    }

    /** As it will be read back. Papers may lack title and abstract, as citations of them still count. */
    private static boolean lacksWords(CollectionRecord record) {
        return switch (record) {
            case Paper _ -> false;
            case Label label -> PlainText.of(label.name()).isBlank();
            case Query query -> PlainText.of(query.text()).isBlank();
        };
    }

    /** Assigns a label, known by its name alone, to a paper. */
    void assign(ImportLine at, String paper, String labelName) throws IOException {
        String id = labelName.toLowerCase(Locale.ROOT).strip().replaceAll("[\\s\\p{Cntrl}]+", "-");
        add(at, new Label(id, labelName, ""));
        judge(at, Task.CLASSIFICATION, paper, id, 1);
    }

    /** Adds a link to a paper that may come later or not at all; in the latter case it is no link of this collection. */
    void cite(String paper, String cited) throws IOException {
        boolean usable = CollectionRecord.canBeId(cited) && !paper.equals(cited);
        if (usable && hasPaper(paper)) {
            pending.add(Task.LINK, paper, cited, 1);
        }
    }

    /** Adds a judgement whose split the files don't tell; one of an unknown record is bad. */
    public void judge(ImportLine at, Task task, String query, String candidate, int score) throws IOException {
        if (isKnown(at, task, query, candidate)) {
            if (options.split() instanceof ImportSplit.Fixed fixed) {
                place(task, fixed.of(query), new Judgement(query, candidate, score));
            } else {
                pending.add(task, query, candidate, score);
            }
        }
    }

    /** Adds a judgement; one of an unknown record is bad. */
    public void judge(ImportLine at, Task task, Split split, String query, String candidate, int score)
            throws IOException {
        if (isKnown(at, task, query, candidate)) {
            place(task, split, new Judgement(query, candidate, score));
        }
    }

    private boolean isKnown(ImportLine at, Task task, String query, String candidate) throws IOException {
        boolean known = has(RecordKind.ofQueries(task), query) && has(RecordKind.ofCandidates(task), candidate);
        if (!known) {
            bad(at, task + " judgement of '" + query + "' and '" + candidate + "', one of which is in no file");
        }
        return known;
    }

    private void place(Task task, Split split, Judgement judgement) throws IOException {
        int query = writer.row(RecordKind.ofQueries(task), judgement.queryId());
        int candidate = writer.row(RecordKind.ofCandidates(task), judgement.candidateId());
        if (judged.computeIfAbsent(task, _ -> new PairSet()).add(query, candidate)) {
            writer.add(task, split, judgement);
            count(task + " judgements, " + split.lowerCaseName() + (judgement.score() > 0 ? "" : ", not relevant"));
        }
    }

    /** All records are known now: links that lead out of the collection are counted alone, the others get their split. */
    private void placePending() throws IOException {
        SplitOfQuery splits = splits();
        pending.forEach((task, query, candidate, score) -> {
            if (task.family() == TaskFamily.LINK && !hasPaper(candidate)) {
                count("references to papers outside");
            } else {
                place(task, splits.of(task, query), new Judgement(query, candidate, score));
            }
        });
    }

    /** Says which split a query belongs to. */
    private interface SplitOfQuery {
        Split of(Task task, String query);
    }

    private SplitOfQuery splits() throws IOException {
        return switch (options.split()) {
            case ImportSplit.Fixed fixed -> (_, query) -> fixed.of(query);
            case ImportSplit.Shares shares -> assigned(shares);
        };
    }

    private SplitOfQuery assigned(ImportSplit.Shares shares) throws IOException {
        Set<String> ofPapers = new HashSet<>();
        Set<String> ofTexts = new HashSet<>();
        pending.forEach((task, query, candidate, _) -> {
            boolean search = task.family() == TaskFamily.SEARCH;
            if (search || task.family() == TaskFamily.CLASSIFICATION || hasPaper(candidate)) {
                (search ? ofTexts : ofPapers).add(query);
            }
        });
        SplitAssignment papersSplit = SplitAssignment.of(shares, ofPapers, years);
        SplitAssignment textsSplit = SplitAssignment.of(shares, ofTexts, Map.of());
        if (!ofPapers.isEmpty() || ofTexts.isEmpty()) {
            report.say("papers: " + papersSplit.sentence());
        }
        if (!ofTexts.isEmpty()) {
            report.say("queries: " + textsSplit.sentence());
        }
        return (task, query) -> (task.family() == TaskFamily.SEARCH ? textsSplit : papersSplit).of(query);
    }

    /**
     * A record that cannot be used: left out and counted, or refused.
     *
     * @throws BadDataException if bad records are not skipped
     */
    public void bad(ImportLine at, String problem) throws IOException {
        if (!skipBad) {
            throw BadDataException.in(at.file(), at.line(), problem + ". --skip-bad leaves such records out.");
        }
        report.leftOut(at, problem);
    }

    /** Something odd that cost no record. */
    void note(ImportLine at, String remark) throws IOException {
        report.note(at, remark);
    }

    /** The language of the labels' names; empty if none is asked for. */
    Optional<String> language() {
        return options.language();
    }

    /** Says something of the import as a whole. */
    void say(String sentence) {
        report.say(sentence);
    }

    /** Counts something for the report. */
    void count(String what) {
        report.count(what);
    }
}
