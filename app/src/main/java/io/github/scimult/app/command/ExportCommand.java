package io.github.scimult.app.command;

import io.github.scimult.app.option.InstructionOption;
import io.github.scimult.app.option.NewFolder;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.export.ModelExport;
import io.github.scimult.encoder.export.onnx.NumberType;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.training.store.ModelCard;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Writes a task's expert for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Write a task's expert for other programs: sentence-transformers, ONNX.",
        description = "%nThe folder is written whole or not at all.",
        footer = {
            "",
            "Examples:",
            "  scimult export model/ --task link --to link-st/",
            "  scimult export model/ --task search --format onnx --type int8 --to search-onnx/"
        })
final class ExportCommand implements Callable<Integer> {
    /** What is written. */
    enum Format {
        SENTENCE_TRANSFORMERS,
        ONNX,
        FOLDER
    }

    @Parameters(paramLabel = "MODEL", description = "A model's folder, minilm or bge-small.")
    private String model;

    @Option(names = "--task", description = "classification, link or search: whose expert, whose instruction.")
    private String task;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "The folder to write: new.")
    private Path to;

    @Option(
            names = "--format",
            defaultValue = "sentence-transformers",
            description = "sentence-transformers (default): opens in Python without code of ours; onnx: a graph with "
                    + "pooling and normalisation inside; folder: the whole model as this program reads it.")
    private String format;

    @Option(
            names = "--type",
            defaultValue = "fp32",
            description = "For onnx alone: fp32 (default), fp16 or int8 (matrix products; the rest stays fp32).")
    private NumberType type;

    @Mixin
    private InstructionOption instruction;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Format chosen = format();
        NewFolder.require(to);
        if (task == null && chosen != Format.FOLDER) {
            throw new ParameterException(spec.commandLine(), "say whose expert: --task classification, link or search");
        }
        if (chosen != Format.ONNX && spec.commandLine().getParseResult().hasMatchedOption("--type")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--type is for --format onnx: a folder keeps the numbers of the model's own weights; leave --type out");
        }
        try (PretrainedModel loaded = LiteratureModel.load(model)) {
            PretrainedModel instructed = instruction.in(loaded);
            switch (chosen) {
                case SENTENCE_TRANSFORMERS ->
                    ModelExport.sentenceTransformers(
                            instructed, Task.parse(task), card(ModelCard.Form.SENTENCE_TRANSFORMERS), to);
                case ONNX -> ModelExport.onnx(instructed, Task.parse(task), type, card(ModelCard.Form.ONNX), to);
                case FOLDER -> ModelExport.folder(instructed, card(ModelCard.Form.SCIMULT), to);
            }
        }
        System.out.println("written: " + to);
        return 0;
    }

    private String card(ModelCard.Form form) throws IOException {
        Optional<Task> whose = Optional.ofNullable(task).map(Task::parse).filter(_ -> form != ModelCard.Form.SCIMULT);
        return new ModelCard(to, RunStore.manifestOf(Path.of(model)), whose, form).text();
    }

    private Format format() {
        try {
            return Format.valueOf(format.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "--format is sentence-transformers, onnx or folder, not '" + format + "'");
        }
    }
}
