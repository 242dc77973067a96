package io.github.scimult.app.command;

import io.github.scimult.app.option.NewFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.SciMultCheckpoint;
import io.github.scimult.encoder.export.ModelExport;
import io.github.scimult.training.store.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model folder of a checkpoint of SciMult's release. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        header = "Make a model folder of a checkpoint of the authors' release (.ckpt) or of a state dictionary.",
        description = "%nThe file is a Python pickle. It is read without running anything of it: one that asks to call "
                + "something is refused.",
        footer = {"", "Example:", "  scimult convert scimult_mhaexpert.ckpt --base pubmedbert/ --to scimult-mha/"})
final class ConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The checkpoint.")
    private Path file;

    @Option(
            names = "--base",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the BERT that it was trained from: config.json and the tokenizer's files.")
    private Path base;

    @Option(names = "--to", paramLabel = "MODEL", required = true, description = "The model's folder: new.")
    private Path to;

    @Option(names = "--encoder", description = "question or context, where the file has two encoders that differ.")
    private String side;

    @Override
    public Integer call() throws IOException {
        NewFolder.require(to);
        try (PretrainedModel model = SciMultCheckpoint.load(file, base, side)) {
            ModelCard card = new ModelCard(to, Optional.empty(), Optional.empty(), ModelCard.Form.SCIMULT);
            ModelExport.folder(model, card.text(), to);
            System.out.println(model.weights().arrays().size() + " weights, experts "
                    + model.config().experts().experts() + ": " + to);
        }
        return 0;
    }
}
