package io.github.scimult.app.command;

import io.github.scimult.app.evaluation.EvaluatedModels;
import io.github.scimult.app.evaluation.EvaluationOutput;
import io.github.scimult.app.evaluation.NamedModel;
import io.github.scimult.app.indexing.IndexingDisplay;
import io.github.scimult.app.option.InstructionOption;
import io.github.scimult.app.option.ProgramCommand;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.app.quickstart.NextCommands;
import io.github.scimult.app.quickstart.OutcomeSentence;
import io.github.scimult.app.quickstart.OutcomeTable;
import io.github.scimult.app.quickstart.QuickstartFolder;
import io.github.scimult.app.quickstart.QuickstartFolder.State;
import io.github.scimult.app.quickstart.QuickstartSettings;
import io.github.scimult.app.report.TrainingReport;
import io.github.scimult.app.sample.SampleCollection;
import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.app.training.StopSignal;
import io.github.scimult.app.training.TrainingRun;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.Evaluation;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.indexing.IndexBuild;
import io.github.scimult.library.indexing.IndexMap;
import io.github.scimult.library.indexing.LibraryBuild;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.ComputeConfig;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Training, evaluation and indexing of the bundled sample; stages that are done are skipped. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        header = "Train on the bundled sample, see whether it helped, look at a few results, and search it.",
        description = "%nTakes a few minutes on two cores. Ctrl-C is safe: the same command resumes.",
        footer = {"", "Example:", "  scimult quickstart --out quickstart/ --minutes 4"})
final class QuickstartCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "./quickstart",
            description = "The folder of all results (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--minutes",
            defaultValue = "4",
            description = "The maximum time of training (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--force", description = "Restart: replaces what an earlier quickstart has written there.")
    private boolean force;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A setting of the training, such as optim.lr=3e-5. May be repeated.")
    private List<String> settings = List.of();

    @Option(names = "--serve", description = "At the end, stay and serve the index at http://127.0.0.1:8080/.")
    private boolean serve;

    private final Style style = Style.ofStandardOutput();
    private final ProgressLine line = ProgressLine.onStandardError();

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        QuickstartFolder folder = new QuickstartFolder(out);
        TrainingPlan plan = new TrainingPlan(
                ProgramVersion.number(), List.of(choice(folder)), QuickstartSettings.config(minutes, settings));
        prepare(folder);
        if (folder.state() != State.TRAINED && !train(folder, plan)) {
            return 0;
        }
        String base = plan.config().model().base();
        heading("3. Does it help? Evaluation on held-out papers and queries");
        try (LiteratureCollection sample = LiteratureCollection.open(folder.sample());
                EvaluatedModels models = EvaluatedModels.open(
                        base,
                        List.of(NamedModel.of(folder.model().toString())),
                        new InstructionOption(),
                        null,
                        plan.config().compute())) {
            EvaluationReport report = evaluate(sample, folder, models);
            System.out.println(new OutcomeTable(report).render(style));
            System.out.println();
            System.out.println(style.bold(style.wrapped(OutcomeSentence.of(report), "")));
            heading("4. Results, before and after");
            line.show("embedding the sample");
            new QuickstartAnswers(sample, models).print(style, line);
            EvaluationOutput.write(report, folder.report());
        }
        heading("5. An index for search, label suggestion and citation recommendation");
        if (!index(folder)) {
            return 0;
        }
        TrainingReport.write(folder.model().resolve("training/run.jsonl"), folder.trainingReport());
        heading("Next, on your own papers");
        System.out.println(NextCommands.of(folder, style, base));
        System.out.println();
        System.out.println("all of it took " + Durations.of((System.nanoTime() - start) / 1e9));
        if (serve) {
            new Serving(folder.library(), null, new ComputeConfig("auto", "auto", 0))
                    .run(ServeCommand.onLoopback(8080));
        }
        return 0;
    }

    private CollectionSpec choice(QuickstartFolder folder) {
        return new CollectionSpec(folder.sample().toAbsolutePath().normalize().toString(), 1);
    }

    private void prepare(QuickstartFolder folder) throws IOException {
        State state = folder.state();
        if (state == State.FINISHED && !force) {
            throw new IllegalArgumentException("a finished quickstart is in " + out + ": see " + folder.report()
                    + "/report.html, or restart with --force, or choose another folder by --out");
        }
        if (state != State.EMPTY && force) {
            folder.clear();
        }
        heading("1. The sample: 400 landmark papers, their topics, references and queries");
        if (folder.state() == State.EMPTY) {
            SampleCollection.unpack(folder.sample());
        }
        System.out.println(style.wrapped("in " + folder.sample() + "; its README.md tells how it was made", "  "));
    }

    /** @return whether training came to its end */
    private boolean train(QuickstartFolder folder, TrainingPlan plan) throws IOException {
        heading("2. Training, at most " + Durations.of(60 * minutes) + " (Ctrl-C is safe: the same command resumes)");
        String goOn = ProgramCommand.with("quickstart --out " + out);
        if (folder.state() == State.TRAINING) {
            return TrainingRun.resume(folder.model(), goOn, List.of());
        }
        folder.clearModel();
        return TrainingRun.start(folder.model(), plan, goOn, List.of());
    }

    private EvaluationReport evaluate(LiteratureCollection sample, QuickstartFolder folder, EvaluatedModels models)
            throws IOException {
        EvaluationReport report = Evaluation.of(sample, EvaluationOptions.DEFAULTS)
                .withProgress((stage, done, total) -> line.show("%s: %,d of %,d".formatted(stage, done, total)))
                .withNotes(models.notes())
                .withRunFolder(folder.report().resolve("runs"))
                .run(Split.TEST, models.systems());
        line.clear();
        return report;
    }

    /** @return whether the index is whole */
    private boolean index(QuickstartFolder folder) throws IOException {
        folder.clearLibrary();
        String name = folder.model().toString();
        try (LiteratureCollection sample = LiteratureCollection.open(folder.sample());
                LiteratureModel model = LiteratureModel.openForMany(name);
                StopSignal stop = new StopSignal(line)) {
            LibraryBuild library = LibraryBuild.ofCollection(folder.library(), sample);
            IndexingDisplay display = new IndexingDisplay(line, sample.name(), library.index());
            boolean whole = library.run(IndexBuild.of(sample, model), model, display, stop);
            if (whole && !MapFile.isIn(library.index())) {
                try (LiteratureIndex index =
                        LiteratureIndex.open(library.index(), model.encoder(), model.fingerprint())) {
                    IndexMap.draw(library.index(), index, display);
                }
            }
            return whole;
        }
    }

    private void heading(String text) {
        line.clear();
        System.out.println();
        System.out.println(style.bold(text));
        System.out.println();
    }
}
