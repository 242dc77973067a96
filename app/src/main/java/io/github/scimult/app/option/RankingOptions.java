package io.github.scimult.app.option;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.evaluation.EvaluationOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What an evaluation on a collection ranks, and how. */
public final class RankingOptions {
    @Option(names = "--tasks", split = ",", description = "Only these tasks (default: all that the split has).")
    private List<String> tasks = new ArrayList<>();

    @Option(
            names = "--max-queries",
            defaultValue = "0",
            description = "The maximum number of queries, sampled by a fixed seed; 0 for all.")
    private int maxQueries;

    @Option(
            names = "--max-candidates",
            defaultValue = "0",
            description =
                    "The maximum number of papers to rank, all relevant ones among them; 0 for all. Makes every score higher: "
                            + "only to compare systems by.")
    private int maxCandidates;

    @Option(
            names = "--run-depth",
            defaultValue = "1000",
            description = "The depth of rankings that are evaluated and written (default: ${DEFAULT-VALUE}).")
    private int runDepth;

    @Option(names = "--keep-query-paper", description = "Leave a paper among the candidates for its own links.")
    private boolean keepQueryPaper;

    @Option(names = "--fusion", defaultValue = "weighted_sum", description = "weighted_sum or reciprocal_rank.")
    private Fusion.Kind fusion;

    @Option(
            names = "--bm25-weight",
            description = "Weight of BM25 in the fusion; 'dev' tunes it on the dev split (default: 0.4).")
    private String bm25Weight;

    /** @throws IllegalArgumentException naming the option whose value is refused */
    public EvaluationOptions settings() {
        EvaluationOptions chosen = EvaluationOptions.DEFAULTS
                .withTasks(tasks)
                .withFusion(fusion)
                .withMaxQueries(maxQueries)
                .withMaxCandidates(maxCandidates)
                .withRunDepth(runDepth);
        return weighted(keepQueryPaper ? chosen.keepingQueryPaper() : chosen);
    }

    private EvaluationOptions weighted(EvaluationOptions options) {
        if (bm25Weight == null) {
            return options;
        }
        return bm25Weight.equals("dev") ? options.tuningFusionWeight() : options.withFusionWeight(parseWeight());
    }

    private double parseWeight() {
        try {
            return Double.parseDouble(bm25Weight);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("--bm25-weight is a number or 'dev', not '" + bm25Weight + "'");
        }
    }
}
