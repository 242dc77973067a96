package io.github.scimult.core.collection;

import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is in a collection, counted.
 *
 * @param name the collection's
 * @param papers all papers
 * @param papersWithoutAbstract those of them with an empty text
 * @param papersWithoutText those of them with neither title nor text
 * @param labels all labels
 * @param labelsWithoutDefinition those of them with an empty definition
 * @param queries all search queries
 * @param judged a row for each task and split
 * @param skipped what was left out
 */
public record CollectionSummary(
        String name,
        long papers,
        long papersWithoutAbstract,
        long papersWithoutText,
        long labels,
        long labelsWithoutDefinition,
        long queries,
        List<Judged> judged,
        SkippedRecords skipped) {
    /**
     * The judgements of a task and split.
     *
     * @param queries those with a judgement
     * @param relevant pairs with a score above 0
     * @param notRelevant the other pairs
     */
    public record Judged(Task task, Split split, long queries, long relevant, long notRelevant) {}

    public CollectionSummary {
        judged = List.copyOf(judged);
    }

    /** Counts an open collection; reads no texts. */
    public static CollectionSummary of(LiteratureCollection collection) {
        List<Judged> judged = new ArrayList<>();
        for (Task task : collection.tasks()) {
            for (Split split : collection.splits(task)) {
                judged.add(count(task, split, collection.judgements(task, split)));
            }
        }
        MappedRecordStore.Index papers = collection.records().papers().index();
        MappedRecordStore.Index labels = collection.records().labels().index();
        return new CollectionSummary(
                collection.name(),
                collection.papers().size(),
                papers.withoutBody(),
                papers.withoutText(),
                collection.labels().size(),
                labels.withoutBody(),
                collection.queries().size(),
                judged,
                collection.skipped());
    }

    private static Judged count(Task task, Split split, Judgements judgements) {
        long relevant = 0;
        for (int query = 0; query < judgements.queries(); query++) {
            relevant += judgements.relevantRows(query).length;
        }
        return new Judged(task, split, judgements.queries(), relevant, judgements.pairs() - relevant);
    }

    /** The counts as lines of text for a terminal. */
    public String table() {
        StringBuilder table = new StringBuilder(name).append('\n');
        addCount(table, papers, "paper", "papers", papersWithoutAbstract, "without abstract");
        if (papersWithoutText > 0) {
            table.append(String.format(Locale.ROOT, ", %,d with neither title nor text", papersWithoutText));
        }
        table.append('\n');
        if (labels > 0) {
            addCount(table, labels, "label", "labels", labelsWithoutDefinition, "without definition");
            table.append('\n');
        }
        if (queries > 0) {
            addCount(table, queries, "query", "queries", 0, "");
            table.append('\n');
        }
        addJudged(table);
        return skipped.isEmpty()
                ? table.toString()
                : table.append('\n').append(skipped.report()).toString();
    }

    private static void addCount(StringBuilder table, long count, String one, String many, long lacking, String lack) {
        table.append(String.format(Locale.ROOT, "%,12d %s", count, count == 1 ? one : many));
        if (lacking > 0) {
            table.append(String.format(Locale.ROOT, ", %,d %s", lacking, lack));
        }
    }

    private void addJudged(StringBuilder table) {
        if (judged.isEmpty()) {
            table.append("  no judgements\n");
            return;
        }
        int width = Math.max(
                4,
                judged.stream()
                        .mapToInt(row -> row.task().name().length())
                        .max()
                        .orElse(0));
        String line = "  %-" + width + "s  %-5s  %11s  %14s  %8s  %12s%n";
        table.append('\n');
        table.append(String.format(line, "task", "split", "queries", "relevant pairs", "a query", "not relevant"));
        Task previous = null;
        for (Judged row : judged) {
            table.append(String.format(
                    Locale.ROOT,
                    line,
                    row.task().equals(previous) ? "" : row.task().name(),
                    row.split().lowerCaseName(),
                    String.format(Locale.ROOT, "%,d", row.queries()),
                    String.format(Locale.ROOT, "%,d", row.relevant()),
                    String.format(
                            Locale.ROOT, "%.1f", row.queries() == 0 ? 0 : (double) row.relevant() / row.queries()),
                    String.format(Locale.ROOT, "%,d", row.notRelevant())));
            previous = row.task();
        }
    }
}
