package io.github.scimult.evaluation;

import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.LabelNameMatcher;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.metric.PairedBootstrap;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.evaluation.ranking.CandidateIndex;
import io.github.scimult.evaluation.ranking.EncodedPapers;
import io.github.scimult.evaluation.ranking.FusionWeightTuning;
import io.github.scimult.evaluation.ranking.QueryRankings;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.ranking.TaskRanker;
import io.github.scimult.evaluation.ranking.TaskScorer;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The evaluation of all systems on one task of a split. */
final class TaskEvaluation {
    private static final double CONFIDENCE = 0.95;
    private static final int GROUPS_A_CHUNK = 16;

    private final Evaluation evaluation;
    private final EvaluationOptions options;
    private final Split split;
    private final List<RankingSystem> systems;
    private final RankingTask task;
    private final EncodedPapers papers;
    private final boolean names;

    TaskEvaluation(
            Evaluation evaluation, Split split, RankingTask task, List<RankingSystem> systems, EncodedPapers papers) {
        this.evaluation = evaluation;
        this.options = evaluation.options();
        this.split = split;
        this.systems = systems;
        this.task = task;
        this.papers = papers;
        this.names = options.labelMatching() && task.task().family() == TaskFamily.CLASSIFICATION;
    }

    TaskReport run() throws IOException {
        long start = System.nanoTime();
        TaskMetrics protocol = TaskMetrics.of(task.task().family(), names);
        MetricValues values = new MetricValues(
                protocol.metrics(), systems.size(), task.queries().size());
        Map<String, Fusion> fusions;
        try (CandidateIndex index = CandidateIndex.of(task, systems, papers, evaluation.progress())) {
            fusions = fusions(index);
            TaskScorer scorer = scorer(task, index);
            rankAll(scorer, new TaskRanker(scorer, index, fusions, labelNames(), options.runDepth()), values);
        }
        PairedBootstrap bootstrap = new PairedBootstrap(options.bootstrapSamples(), CONFIDENCE, options.seed());
        QueryValues queries = new QueryValues(task, systems, values);
        if (evaluation.runFolder() != null) {
            queries.write(evaluation.runFolder().resolve(task.task() + ".queries.tsv"));
        }
        return new TaskReport(
                task.task().name(),
                task.candidates().kind(),
                task.candidates().size(),
                protocol.metrics().stream().map(Metric::name).toList(),
                task.queries().stream().map(JudgedQuery::id).toList(),
                systemReports(values, fusions, new SystemComparisons(systems, values).by(bootstrap)),
                queries.wonAndLost(),
                (System.nanoTime() - start) / 1e9);
    }

    private TaskScorer scorer(RankingTask of, CandidateIndex index) {
        return new TaskScorer(of, index, options.removeQueryPaper(), evaluation.progress());
    }

    private Map<String, Fusion> fusions(CandidateIndex index) {
        Map<String, Fusion> fusions = new LinkedHashMap<>();
        Optional<FusionWeightTuning> fit = Optional.empty();
        for (RankingSystem system : systems) {
            if (system instanceof RankingSystem.Fused fused) {
                fit = fit.isPresent() ? fit : fit(index);
                double weight = fit.map(known -> known.best(fused)).orElse(options.fusionWeight());
                fusions.put(fused.name(), options.fusionOf(weight));
            }
        }
        return fusions;
    }

    private Optional<FusionWeightTuning> fit(CandidateIndex index) {
        if (!options.fitFusionWeight() || options.fusion() != Fusion.Kind.WEIGHTED_SUM || split == Split.DEV) {
            return Optional.empty();
        }
        RankingTask dev = evaluation.read(Split.DEV, task.task());
        return dev.queries().isEmpty()
                ? Optional.empty()
                : Optional.of(new FusionWeightTuning(scorer(dev, index), index));
    }

    private Optional<LabelNameMatcher> labelNames() {
        if (!names) {
            return Optional.empty();
        }
        RecordStore<Label> labels = evaluation.collection().labels();
        return Optional.of(new LabelNameMatcher(IntStream.range(0, labels.size())
                .mapToObj(row -> labels.get(row).name())
                .toList()));
    }

    /** Chunk by chunk: groups of queries on all cores, then the chunk's rankings to the files in order. */
    private void rankAll(TaskScorer scorer, TaskRanker ranker, MetricValues values) throws IOException {
        int queries = task.queries().size();
        int group = scorer.groupSize();
        int chunk = group * GROUPS_A_CHUNK;
        try (RunFiles files =
                evaluation.runFolder() == null ? null : RunFiles.begin(evaluation.runFolder(), task, systems, names)) {
            for (int first = 0; first < queries; first += chunk) {
                int end = Math.min(queries, first + chunk);
                QueryRankings[][] rankings = new QueryRankings[end - first][];
                int start = first;
                IntStream.range(0, (end - first + group - 1) / group).parallel().forEach(index -> {
                    int from = start + index * group;
                    QueryRankings[][] ranked = ranker.rank(from, Math.min(end, from + group));
                    for (int i = 0; i < ranked.length; i++) {
                        values.measure(from + i, task.queries().get(from + i), ranked[i]);
                        rankings[from + i - start] = ranked[i];
                    }
                });
                for (int query = first; files != null && query < end; query++) {
                    files.write(task.queries().get(query), rankings[query - first]);
                }
                evaluation.progress().update(task.task() + ": ranking", end, queries);
            }
            if (files != null) {
                files.commit();
            }
        }
    }

    private List<SystemReport> systemReports(
            MetricValues values, Map<String, Fusion> fusions, List<List<Comparison>> comparisons) {
        List<SystemReport> reports = new ArrayList<>();
        for (int system = 0; system < systems.size(); system++) {
            RankingSystem of = systems.get(system);
            reports.add(new SystemReport(
                    of.name(),
                    of.kind(),
                    of.reference(),
                    details(of, fusions),
                    values.means(system),
                    values.primary(system),
                    comparisons.get(system)));
        }
        return reports;
    }

    private Map<String, String> details(RankingSystem system, Map<String, Fusion> fusions) {
        return switch (system) {
            case RankingSystem.Encoder encoder ->
                Map.of("encoder", encoder.encoder().name());
            case RankingSystem.Lexical lexical ->
                Map.of("indexer", lexical.indexer().toString());
            case RankingSystem.Retriever retriever -> Map.of();
            case RankingSystem.Fused fused -> {
                Fusion fusion = fusions.get(fused.name());
                yield fusion.kind() == Fusion.Kind.WEIGHTED_SUM
                        ? Map.of("weight", Double.toString(fusion.weight()))
                        : Map.of("rank constant", Integer.toString(fusion.rankConstant()));
            }
        };
    }
}
