package io.github.scimult.app.option;

import io.github.scimult.encoder.checkpoint.PretrainedModel;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Other instructions than those that a model was trained with. */
public final class InstructionOption {
    @Option(
            names = "--instruction",
            paramLabel = "TASK=TEXT",
            description =
                    "Another instruction for a task than the model's own, in a model that reads instructions; may "
                            + "be repeated.")
    private Map<String, String> texts = new LinkedHashMap<>();

    /**
     * A model with these instructions in place of its own.
     *
     * @throws IllegalArgumentException if it reads none
     */
    public PretrainedModel in(PretrainedModel model) {
        if (texts.isEmpty()) {
            return model;
        }
        if (!model.config().instructions().areThere()) {
            throw new IllegalArgumentException("--instruction: the model " + model.name()
                    + " reads no instructions; one that was trained with variant instruction or prefix does");
        }
        return new PretrainedModel(
                model.config().withInstructions(model.config().instructions().with(texts)),
                model.weights(),
                model.tokenizer(),
                model.name());
    }
}
