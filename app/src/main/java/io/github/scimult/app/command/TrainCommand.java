package io.github.scimult.app.command;

import io.github.scimult.app.option.ProgramCommand;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.app.training.FeedbackTraining;
import io.github.scimult.app.training.TrainingRun;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains an encoder, or resumes an interrupted run. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        header = "Train an encoder on one or more collections.",
        description =
                "%nThe result is a model folder in Hugging Face's layout, with its log and a report. Ctrl-C saves "
                        + "a checkpoint; --resume continues from it, bit for bit.",
        footer = {
            "",
            "Examples:",
            "  scimult train --collection papers/ --out model/ --minutes 30",
            "  scimult train --collection vis/ --collection hep/=2 --out model/ --set optim.lr=3e-5",
            "  scimult train --collection papers/ --feedback library/ --out newer/",
            "  scimult train --resume model/"
        })
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--collection",
            paramLabel = "DIR[=WEIGHT]",
            description = "A collection to train on; may be repeated. The weight says how often it is sampled "
                    + "relative to others (default 1); with 0 it is held out: only evaluated on dev, to see what is "
                    + "kept.")
    private List<String> collections = new ArrayList<>();

    @Option(names = "--out", paramLabel = "MODEL", description = "The model's folder: new, or empty.")
    private Path out;

    @Option(
            names = "--base",
            paramLabel = "MODEL",
            description = "What is trained: minilm (default), bge-small or a model's folder: model.base.")
    private String base;

    @Option(names = "--resume", paramLabel = "MODEL", description = "Resume the interrupted run in this folder.")
    private Path resume;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML; see docs/configuration.md.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "One setting, such as optim.lr=3e-5; overrides the file. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--feedback",
            paramLabel = "INDEX",
            description = "Learn from the feedback on this library's results, too.")
    private Path feedback;

    @Option(names = "--skip-bad-records", description = "Leave bad records out, count and report them.")
    private boolean skipBadRecords;

    @Option(names = "--minutes", description = "Wall-clock budget (default 30): budget.minutes.")
    private Double minutes;

    @Option(names = "--steps", description = "Steps instead of minutes: budget.steps.")
    private Long steps;

    @Option(
            names = "--print-config",
            description =
                    "Print all settings that the run would have, as YAML with a comment each, and end without training.")
    private boolean printConfig;

    @Override
    public Integer call() throws IOException {
        if (resume != null) {
            return resume();
        }
        if (printConfig) {
            System.out.print(TrainingConfig.settings().commented(configuration()));
            return 0;
        }
        if (out == null || collections.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "training needs --collection DIR and --out MODEL (or --resume MODEL)");
        }
        TrainingConfig configured = configuration();
        TrainingPlan plan = new TrainingPlan(ProgramVersion.number(), withFeedback(choices()), configured);
        TrainingRun.start(out, plan, resuming(out), List.of());
        return 0;
    }

    private Integer resume() throws IOException {
        if (out != null
                || !collections.isEmpty()
                || config != null
                || base != null
                || !settings.isEmpty()
                || feedback != null
                || minutes != null
                || steps != null) {
            throw new ParameterException(
                    spec.commandLine(), "--resume continues the run with its own settings and takes no other option");
        }
        TrainingRun.resume(resume, resuming(resume), List.of());
        return 0;
    }

    /** What to type to resume a run. */
    private static String resuming(Path run) {
        return ProgramCommand.with("train --resume " + run);
    }

    private TrainingConfig configuration() throws IOException {
        List<String> overrides = new ArrayList<>();
        if (steps != null) {
            overrides.add("budget.steps=" + steps);
            overrides.add("budget.minutes=" + (minutes == null ? 0 : minutes));
        } else if (minutes != null) {
            overrides.add("budget.minutes=" + minutes);
        }
        if (base != null) {
            overrides.add("model.base=" + base);
        }
        overrides.addAll(settings);
        return ConfigurationReader.read(TrainingConfig.defaults(), config, overrides);
    }

    /** With what people said, the collection is another one, which is kept beside the model for --resume. */
    private List<CollectionSpec> withFeedback(List<CollectionSpec> choices) throws IOException {
        if (feedback == null) {
            return choices;
        }
        if (choices.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--feedback needs one --collection, that of the library");
        }
        CollectionSpec only = choices.getFirst();
        Path with = new FeedbackTraining(new LibraryFolder(feedback), only).write(out);
        return List.of(new CollectionSpec(with.toString(), only.weight(), only.skipBadRecords()));
    }

    private List<CollectionSpec> choices() {
        return collections.stream().map(this::choice).toList();
    }

    private CollectionSpec choice(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            return new CollectionSpec(absolute(text), 1, skipBadRecords);
        }
        String weight = text.substring(equals + 1);
        try {
            return new CollectionSpec(absolute(text.substring(0, equals)), Double.parseDouble(weight), skipBadRecords);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "--collection " + text + ": the weight after '=' is no number, but '" + weight + "'");
        }
    }

    private static String absolute(String folder) {
        return Path.of(folder).toAbsolutePath().normalize().toString();
    }
}
