package io.github.scimult.evaluation;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.evaluation.metric.PairedBootstrap;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each system made of each query: which queries a model won and lost, and all of them as a table, {@code TASK.queries.tsv}.
 *
 * @param task whose queries were measured
 * @param systems in the order of the report
 * @param values of them
 */
record QueryValues(RankingTask task, List<RankingSystem> systems, MetricValues values) {
    private static final int PRIMARY = 0; // the first metric is the primary one
    private static final int EXAMPLES = 5;
    private static final int TEXT_LENGTH = 160;

    /** Each model that is no reference against the first reference; nothing where there is none. */
    List<QueriesWonAndLost> wonAndLost() {
        Optional<RankingSystem> reference =
                systems.stream().filter(RankingSystem::reference).findFirst();
        List<QueriesWonAndLost> all = new ArrayList<>();
        for (RankingSystem system : systems) {
            if (reference.isPresent() && system.isComparedModel()) {
                all.add(wonAndLost(systems.indexOf(system), systems.indexOf(reference.get())));
            }
        }
        return all;
    }

    private QueriesWonAndLost wonAndLost(int system, int reference) {
        List<Integer> won = better(system, reference);
        List<Integer> lost = better(reference, system);
        return new QueriesWonAndLost(
                systems.get(system).name(),
                systems.get(reference).name(),
                won.size(),
                lost.size(),
                examples(won, system, reference),
                examples(lost, system, reference));
    }

    /** The queries that one system ranks better than another, the largest differences first. */
    private List<Integer> better(int system, int other) {
        double[] gains = PairedBootstrap.minus(values.of(system, PRIMARY), values.of(other, PRIMARY));
        return IntStream.range(0, gains.length)
                .filter(query -> gains[query] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer query) -> gains[query])
                        .reversed())
                .toList();
    }

    /** Texts are read from the disk: those of the first few alone. */
    private List<QueryDifference> examples(List<Integer> queries, int system, int reference) {
        return queries.stream()
                .limit(EXAMPLES)
                .map(query -> new QueryDifference(
                        task.queries().get(query).id(),
                        text(task.queries().get(query)),
                        values.of(system, PRIMARY)[query],
                        values.of(reference, PRIMARY)[query],
                        values.firstRelevant(system, query),
                        values.firstRelevant(reference, query)))
                .toList();
    }

    /** In one line. */
    private String text(JudgedQuery query) {
        String text = cell(task.text(query).plain()).strip();
        if (text.length() <= TEXT_LENGTH) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, TEXT_LENGTH));
        return text.substring(0, end).strip() + "…";
    }

    /**
     * A line a query: its id, its text, then for each system the primary metric and the rank of the first relevant candidate, empty
     * where none was ranked.
     */
    void write(Path file) throws IOException {
        StringBuilder table = new StringBuilder("query\ttext");
        String metric = values.metrics().get(PRIMARY).name();
        for (RankingSystem system : systems) {
            table.append('\t').append(cell(system.name() + ": " + metric));
            table.append('\t').append(cell(system.name() + ": first relevant"));
        }
        table.append('\n');
        for (int query = 0; query < task.queries().size(); query++) {
            JudgedQuery judged = task.queries().get(query);
            table.append(cell(judged.id())).append('\t').append(text(judged));
            for (int system = 0; system < systems.size(); system++) {
                int rank = values.firstRelevant(system, query);
                table.append('\t').append(values.of(system, PRIMARY)[query]);
                table.append('\t').append(rank == 0 ? "" : Integer.toString(rank));
            }
            table.append('\n');
        }
        AtomicFile.writeText(file, table.toString());
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
