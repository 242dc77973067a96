package io.github.scimult.exchange.importing;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A collection that is being imported. Records that come again are kept once, as the same paper stands in many lists of these files;
 * of two judgements of the same pair the first one counts.
 */
public final class CollectionImport {
    private static final int FIRST_SHOWN = 5;

    private final CollectionWriter writer;
    private final ImportOptions options;
    private final LongConsumer progress;
    private final Set<String> papers = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<String> queries = new HashSet<>();
    private final Set<String> judged = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> firstSkipped = new ArrayList<>();
    private long skipped;
    private long read;

    private CollectionImport(CollectionWriter writer, ImportOptions options, LongConsumer progress) {
        this.writer = writer;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Imports files into a new folder, which appears whole or not at all.
     *
     * @param progress hears of the number of records read, now and then
     * @return what was imported and what was left out, for people
     */
    public static String run(ImportFormat format, Path in, Path out, ImportOptions options, LongConsumer progress)
            throws IOException {
        if (!java.nio.file.Files.exists(in)) {
            throw new BadDataException(in + ": there is no such file or folder. " + format.explanation());
        }
        try (CollectionWriter writer = CollectionWriter.create(out)) {
            CollectionImport into = new CollectionImport(writer, options, progress);
            format.read(in, into);
            if (into.papers.isEmpty()) {
                throw new BadDataException(in + ": there was no paper in it. " + format.explanation());
            }
            writer.commit();
            return into.report();
        }
    }

    /** Whether a paper of this id was added. */
    public boolean hasPaper(String id) {
        return papers.contains(id);
    }

    /** Adds a record unless one of its id is there; one that no collection can hold is bad. */
    public void add(ImportLine at, CollectionRecord record) throws IOException {
        Set<String> ids = switch (record) {
            case Paper _ -> papers;
            case Label _ -> labels;
            case Query _ -> queries;
        };
        String kind = switch (record) {
            case Paper _ -> "paper";
            case Label _ -> "label";
            case Query _ -> "query";
        };
        if (!CollectionRecord.canBeId(record.id())) {
            bad(at, "the id '" + record.id() + "' of a " + kind + " is blank or holds a tab or a line end");
            return;
        }
        if (lacksWords(record)) {
            bad(at, "the " + kind + " '" + record.id() + "' has no text");
            return;
        }
        if (!ids.add(record.id())) {
            count(kind + " records met again");
            return;
        }
        writer.add(record);
        count(kind + " records");
        if (++read % 1000 == 0) {
            progress.accept(read);
        }
    }

    /** Papers may lack title and abstract, as citations of them still count. */
    private static boolean lacksWords(CollectionRecord record) {
        return switch (record) {
            case Paper _ -> false;
            case Label label -> label.name().isBlank();
            case Query query -> query.text().isBlank();
        };
    }

    /** Adds a judgement whose split the files don't tell. */
    public void judge(ImportLine at, Task task, String query, String candidate, int score) throws IOException {
        judge(at, task, splitOf(query), query, candidate, score);
    }

    /** Adds a judgement; one of an unknown record is bad. */
    public void judge(ImportLine at, Task task, Split split, String query, String candidate, int score)
            throws IOException {
        boolean known = (task.family() == TaskFamily.SEARCH ? queries : papers).contains(query)
                && (task.family() == TaskFamily.CLASSIFICATION ? labels : papers).contains(candidate);
        if (!known) {
            bad(at, task + " judgement of '" + query + "' and '" + candidate + "', one of which is in no file");
            return;
        }
        if (judged.add(task + "\t" + query + "\t" + candidate)) {
            writer.add(task, split, new Judgement(query, candidate, score));
            count(task + " judgements, " + split.lowerCaseName() + (score > 0 ? "" : ", not relevant"));
        }
    }

    private Split splitOf(String query) {
        double drawn = new SplittableRandom(options.seed() ^ (31L * query.hashCode() + query.length())).nextDouble();
        return drawn < options.devShare() ? Split.DEV : options.split();
    }

    /**
     * A record that cannot be used: left out and counted, or refused.
     *
     * @throws BadDataException if bad records are not skipped
     */
    public void bad(ImportLine at, String problem) {
        BadDataException bad =
                BadDataException.in(at.file(), at.line(), problem + ". --skip-bad leaves such records out.");
        if (!options.skipBad()) {
            throw bad;
        }
        skipped++;
        if (firstSkipped.size() < FIRST_SHOWN) {
            firstSkipped.add(at.file().getFileName() + ":" + at.line() + ": " + problem);
        }
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private String report() {
        StringBuilder report = new StringBuilder();
        counts.forEach((what, count) -> report.append("%,12d %s%n".formatted(count, what)));
        if (skipped > 0) {
            report.append("%,12d left out; the first:%n".formatted(skipped));
            firstSkipped.forEach(
                    line -> report.append("             ").append(line).append(System.lineSeparator()));
        }
        return report.toString();
    }
}
