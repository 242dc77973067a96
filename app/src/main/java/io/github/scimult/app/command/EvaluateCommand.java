package io.github.scimult.app.command;

import io.github.scimult.app.evaluation.EvaluatedModels;
import io.github.scimult.app.evaluation.EvaluatedSystems;
import io.github.scimult.app.evaluation.EvaluationOutput;
import io.github.scimult.app.evaluation.HeldOutTasks;
import io.github.scimult.app.evaluation.NamedModel;
import io.github.scimult.app.evaluation.ProtocolEvaluation;
import io.github.scimult.app.evaluation.ServedSystems;
import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.InstructionOption;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.option.RankingOptions;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import io.github.scimult.core.task.Split;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.evaluation.Evaluation;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.protocol.PaperProtocol;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluates models on a collection, compared with the untrained baseline and BM25. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        header = "Evaluate models on a collection, compared with the untrained baseline and BM25.",
        description =
                "%nPrints a table for each task, with 95 %% confidence intervals of the differences, and writes report.json, "
                        + "report.html and TREC run files into the report's folder.",
        footer = {
            "",
            "Examples:",
            "  scimult evaluate --collection papers/ --split test --model model/ --out report/",
            "  scimult evaluate --collection papers/ --split dev --tasks link,search",
            "  scimult evaluate --collection papers/ --split dev --index index/",
            "  scimult evaluate --collection papers/ --model vanilla=m1/ --model experts=m2/ --compare-to vanilla",
            "  scimult evaluate --suite paper --data scimult-data/ --model model/"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** What the paper's protocols settle themselves. */
    private static final List<String> OF_COLLECTIONS = List.of(
            "--collection",
            "--split",
            "--compare-to",
            "--index",
            "--tasks",
            "--max-queries",
            "--max-candidates",
            "--run-depth",
            "--skip-bad-records",
            "--keep-query-paper",
            "--fusion",
            "--bm25-weight");

    @Option(names = "--collection", paramLabel = "DIR", description = "The collection's folder.")
    private Path collection;

    @Option(names = "--split", defaultValue = "test", description = "train, dev or test (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--model",
            paramLabel = "<model>",
            description =
                    "A trained model's folder, or NAME=FOLDER to name its row; without it the baseline alone is evaluated. "
                            + "Several models, each by a --model of its own, become rows of one table, where p-values are "
                            + "corrected for their number.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--base",
            defaultValue = "minilm",
            description = "The model of the row baseline: minilm (default), bge-small or a model's folder.")
    private String base;

    @Option(
            names = "--compare-to",
            paramLabel = "ROW",
            description = "The row that all others are compared to, such as 'baseline + BM25' or a model's name "
                    + "(default: baseline and BM25).")
    private String comparedTo;

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            description = "Evaluate an index of the collection instead, as it answers: BM25, dense and hybrid. "
                    + "Suggested labels are evaluated only on a split whose labels it does not serve (index --splits).")
    private Path index;

    @Option(names = "--out", paramLabel = "REPORT", description = "Folder for the report and the run files.")
    private Path out;

    @Option(names = "--max-length", description = "Tokens after which texts are cut (default: the model's).")
    private Integer maxLength;

    @Option(names = "--skip-bad-records", description = "Leave bad records out, count and report them.")
    private boolean skipBadRecords;

    @Option(
            names = "--protocol",
            description =
                    "Evaluate by one of the paper's protocols on the authors' files instead; 'list' explains them.")
    private String protocol;

    @Option(names = "--suite", description = "'paper': every protocol whose files are in --data.")
    private String suite;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the authors' evaluation data.")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RankingOptions ranking;

    @Mixin
    private InstructionOption instruction;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        if ("list".equals(protocol)) {
            System.out.print(ProtocolEvaluation.listing());
            return 0;
        }
        if (protocol != null || suite != null) {
            return byProtocol();
        }
        if (collection == null) {
            throw new ParameterException(
                    spec.commandLine(), "say what to measure on: --collection DIR, or --protocol NAME --data DIR");
        }
        if (data != null) {
            throw new ParameterException(spec.commandLine(), "--data belongs to --protocol or --suite; say which");
        }
        return onCollection();
    }

    private Integer byProtocol() throws IOException {
        for (String option : OF_COLLECTIONS) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(
                        spec.commandLine(),
                        option
                                + " belongs to an evaluation on a collection; --protocol and --suite have rules of their own");
            }
        }
        if (data == null || (suite != null && !suite.equals("paper")) || (suite != null && protocol != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--protocol NAME or --suite paper, one of them, needs --data DIR");
        }
        List<PaperProtocol> chosen =
                protocol == null ? List.of(PaperProtocol.values()) : List.of(PaperProtocol.parse(protocol));
        String name = Objects.requireNonNullElse(theModel(), base);
        try (PretrainedModel loaded = LiteratureModel.load(name);
                LibtorchEncoder encoder =
                        ModelOption.encoder(name, instruction.in(loaded), maxLength, compute.config())) {
            new ProtocolEvaluation(data, encoder).run(chosen, out);
        }
        return 0;
    }

    private Integer onCollection() throws IOException {
        EvaluationOptions options = ranking.settings()
                .withBootstrapSamples(bootstrapSamples()); // before models are loaded, which takes a while
        Split measuredSplit = Split.parse(split);
        ProgressLine line = ProgressLine.onStandardError();
        try (LiteratureCollection opened = LiteratureCollection.open(
                        collection, skipBadRecords ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS);
                EvaluatedSystems measured = systems()) {
            Evaluation evaluation = Evaluation.of(
                            opened, options.withTasks(measuredTasks(options.tasks(), opened, line)))
                    .withProgress((stage, done, total) -> line.show("%s: %,d of %,d".formatted(stage, done, total)))
                    .withNotes(measured.notes());
            if (out != null) {
                Files.createDirectories(out);
                evaluation = evaluation.withRunFolder(out.resolve("runs"));
            }
            if (!opened.skipped().isEmpty()) {
                line.print(opened.skipped().report());
            }
            List<RankingSystem> rows =
                    comparedTo == null ? measured.systems() : RankingSystem.comparedTo(comparedTo, measured.systems());
            EvaluationReport report = evaluation.run(measuredSplit, rows);
            line.clear();
            EvaluationOutput.show(report, out);
            return 0;
        }
    }

    /** All that are asked for, but for suggested labels that an index knows. */
    private List<String> measuredTasks(List<String> asked, LiteratureCollection opened, ProgressLine line)
            throws IOException {
        if (index == null) {
            return asked;
        }
        HeldOutTasks heldOut =
                new HeldOutTasks(index, LiteratureIndex.facts(new LibraryFolder(index).index()), Split.parse(split));
        heldOut.remark().ifPresent(line::print);
        List<String> measured = heldOut.of(asked, opened);
        if (!measured.equals(asked)) {
            line.print("classification is left out: " + heldOut.reason());
        }
        return measured;
    }

    private EvaluatedSystems systems() throws IOException {
        if (index == null) {
            List<NamedModel> named = models.stream().map(NamedModel::parse).toList();
            return EvaluatedModels.open(base, named, instruction, maxLength, compute.config());
        }
        String place = ModelOption.of(index, theModel());
        PaperLibrary library = PaperLibrary.open(
                index, LiteratureModel.open(place, compute.config().threads()));
        return new ServedSystems(library, library.read(served -> served.index().facts()));
    }

    /** @return null where none is named */
    private String theModel() {
        if (models.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--index, --protocol and --suite evaluate one model: give --model once");
        }
        return models.isEmpty() ? null : NamedModel.parse(models.getFirst()).place();
    }

    /** With few, the smallest p-value there can be would not outlast the correction for many comparisons. */
    private int bootstrapSamples() {
        return models.size() > 1 ? 10_000 : EvaluationOptions.DEFAULTS.bootstrapSamples();
    }
}
