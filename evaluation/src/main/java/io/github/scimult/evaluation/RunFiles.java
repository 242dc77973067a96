package io.github.scimult.evaluation;

import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.evaluation.ranking.QueryRankings;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import io.github.scimult.evaluation.trec.ScoredDocument;
import io.github.scimult.evaluation.trec.TrecRunWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The run files of one task: {@code TASK.qrels}, {@code TASK.SYSTEM.run} and, where names are matched, {@code
 * TASK.SYSTEM.names.run}, in which the scores count down from the depth, because no score of the model expresses that
 * order. trec_eval gives on them the metrics of the report. Each appears whole or not at all.
 */
final class RunFiles implements AutoCloseable {
    private final RankingTask task;
    private final List<TrecRunWriter> plain = new ArrayList<>();
    private final List<TrecRunWriter> namesFirst = new ArrayList<>();

    private RunFiles(RankingTask task) {
        this.task = task;
    }

    /** Begins the files, in a folder that is made if it is missing. */
    static RunFiles begin(Path folder, RankingTask task, List<RankingSystem> systems, boolean names)
            throws IOException {
        task.qrels().write(folder.resolve(task.task() + ".qrels"));
        RunFiles files = new RunFiles(task);
        try {
            Set<String> taken = new HashSet<>();
            for (RankingSystem system : systems) {
                String start = task.task() + "." + fileName(system.name(), taken);
                files.plain.add(new TrecRunWriter(folder.resolve(start + ".run"), system.name()));
                if (names) {
                    files.namesFirst.add(new TrecRunWriter(folder.resolve(start + ".names.run"), system.name()));
                }
            }
            return files;
        } catch (IOException failure) {
            files.close();
            throw failure;
        }
    }

    /** The system's name with everything but letters, digits, dots and hyphens made a hyphen; numbered if taken. */
    private static String fileName(String system, Set<String> taken) {
        String plain =
                system.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String start = plain.isEmpty() ? "system" : plain;
        String name = start;
        for (int number = 2; !taken.add(name); number++) {
            name = start + "-" + number;
        }
        return name;
    }

    /** Writes a query's rankings, one a system. */
    void write(JudgedQuery query, QueryRankings[] rankings) throws IOException {
        for (int system = 0; system < rankings.length; system++) {
            plain.get(system).write(query.id(), documents(rankings[system].plain(), false));
            if (!namesFirst.isEmpty()) {
                namesFirst.get(system).write(query.id(), documents(rankings[system].namesFirst(), true));
            }
        }
    }

    private List<ScoredDocument> documents(Ranking ranking, boolean countDown) {
        List<ScoredDocument> documents = new ArrayList<>(ranking.size());
        for (int rank = 0; rank < ranking.size(); rank++) {
            float score = countDown ? ranking.size() - rank : ranking.scores()[rank];
            documents.add(new ScoredDocument(task.candidates().ids()[ranking.rows()[rank]], score));
        }
        return documents;
    }

    void commit() throws IOException {
        for (TrecRunWriter writer : plain) {
            writer.commit();
        }
        for (TrecRunWriter writer : namesFirst) {
            writer.commit();
        }
    }

    @Override
    public void close() throws IOException {
        for (TrecRunWriter writer : plain) {
            writer.close();
        }
        for (TrecRunWriter writer : namesFirst) {
            writer.close();
        }
    }
}
