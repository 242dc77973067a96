package io.github.scimult.app.option;

import io.github.scimult.app.answer.ResultPrinter;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of the commands that query an index. */
public final class ResultOptions {
    @Parameters(index = "0", paramLabel = "INDEX", description = "The index's folder.")
    private Path index;

    @Option(names = "--model", description = "The model's folder, where it is no longer where the index was made.")
    private String model;

    @Option(names = "--json", description = "The same as --format json: one result a line, as over HTTP.")
    private boolean json;

    @Option(names = "--format", defaultValue = "text", description = "text (default), json, or bibtex for papers.")
    private ResultPrinter.Format format;

    @Option(
            names = "--bm25-weight",
            description = "Weight of BM25 in the fusion with dense retrieval; 0 for dense alone, 'only' for BM25 alone "
                    + "(default: what was tuned on dev when the index was made, else 0.4).")
    private String weight;

    @Option(
            names = "--fusion",
            defaultValue = "weighted_sum",
            description =
                    "weighted_sum, a convex combination of both scores (default), or reciprocal_rank (RRF), which uses "
                            + "ranks only.")
    private Fusion.Kind fusion;

    @Option(names = "--duplicates", description = "Every record of a paper is a result of its own.")
    private boolean duplicates;

    @Option(names = "--threads", defaultValue = "0", description = "Threads; 0 for all cores (default).")
    private int threads;

    /** The index to query, with its model. */
    public PaperLibrary open() throws IOException {
        return PaperLibrary.open(index, LiteratureModel.open(ModelOption.of(index, model), threads()));
    }

    private int threads() {
        if (threads < 0 || threads > 1024) {
            throw new IllegalArgumentException("--threads is between 0 and 1024, not " + threads);
        }
        return threads;
    }

    /** A printer of what an index has found. */
    public ResultPrinter printer(LiteratureIndex opened) {
        return new ResultPrinter(json ? ResultPrinter.Format.JSON : format, opened);
    }

    /** Refuses what labels cannot be written as. */
    public void requireLabelFormat() {
        if (!json && format == ResultPrinter.Format.BIBTEX) {
            throw new IllegalArgumentException("labels cannot be written as BibTeX; use --format text or json");
        }
    }

    /** A query with these options. */
    public PaperQuery asked(PaperQuery question) {
        return question.bm25WeightIfGiven(weight())
                .byRanks(fusion == Fusion.Kind.RECIPROCAL_RANK)
                .duplicates(duplicates);
    }

    /** Null for the index's own. */
    private Double weight() {
        if (weight == null) {
            return null;
        }
        if (weight.equals("only")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double number = Double.parseDouble(weight);
            if (number >= 0 && number <= 100) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException("--bm25-weight is a number from 0 to 100, or 'only', not '" + weight + "'");
    }

    public static int positive(String name, int number) {
        if (number < 1 || number > 10_000) {
            throw new IllegalArgumentException(name + " is between 1 and 10,000, not " + number);
        }
        return number;
    }
}
