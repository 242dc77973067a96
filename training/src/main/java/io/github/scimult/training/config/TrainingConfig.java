package io.github.scimult.training.config;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.configuration.DefaultSettings;
import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.dev.DevConfig;
import io.github.scimult.training.loss.Losses;
import io.github.scimult.training.merge.MergeConfig;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides a training run, written in full into its manifest. What a user does not set keeps the value of {@code
 * defaults.yaml}.
 *
 * @param seed of everything random
 * @param variant which parts of the encoder exist once per task
 * @param stages those before the last, which trains {@code variant}; none: it is trained from the base
 * @param model what is trained
 * @param loss by which
 * @param symmetricLoss whether each positive is to find its queries, too
 * @param instructions for the variants that have them: a task, a family or {@code COLLECTION/TASK} → one or several wordings, of which
 *     each step samples one; what is not listed has the paper's
 * @param tasks how often each task and collection is sampled
 * @param pseudoQueries search where a collection has no queries to learn from
 * @param batch how batches are drawn
 * @param hardNegatives judged, rule-based and mined ones
 * @param dropout while training
 * @param optim optimiser and schedule
 * @param budget when training ends
 * @param dev evaluation on the dev split
 * @param merge weight interpolation at the end
 * @param compute precision and threads
 * @param saveMinutes minutes between two checkpoints; 0 saves at every evaluation only
 */
@JsonSerialize(using = SettingsJson.Writer.class)
@JsonDeserialize(using = SettingsJson.Reader.class)
public record TrainingConfig(
        long seed,
        Variant variant,
        List<StageConfig> stages,
        ModelConfig model,
        Losses loss,
        boolean symmetricLoss,
        Map<String, List<String>> instructions,
        TaskConfig tasks,
        PseudoQueryConfig pseudoQueries,
        BatchConfig batch,
        HardNegativeConfig hardNegatives,
        DropoutConfig dropout,
        OptimConfig optim,
        BudgetConfig budget,
        DevConfig dev,
        MergeConfig merge,
        ComputeConfig compute,
        double saveMinutes) {
    public TrainingConfig {
        stages = List.copyOf(stages);
        StageConfig.requireInOrder(stages, variant);
        instructions = InstructionTexts.checked(instructions);
        if (batch.mixCollections() && InstructionTexts.areOfCollections(instructions)) {
            throw new IllegalArgumentException("instructions of single collections, such as " + instructions.keySet()
                    + ", need batches of one: leave batch.mixCollections false");
        }
        if (stages.stream().mapToDouble(StageConfig::share).sum() >= 1) {
            throw new IllegalArgumentException(
                    "stages take the whole budget; their shares must leave some of it to the last stage");
        }
        if (!(saveMinutes >= 0)) {
            throw new IllegalArgumentException("saveMinutes must be at least 0, not " + saveMinutes);
        }
    }

    /** The values of {@code defaults.yaml}, and what each setting means. */
    public static DefaultSettings<TrainingConfig> settings() {
        return Defaults.SETTINGS;
    }

    /** The values of {@code defaults.yaml}. */
    public static TrainingConfig defaults() {
        return Defaults.SETTINGS.values();
    }

    /**
     * The same with other settings.
     *
     * @param settings such as {@code optim.lr=3e-5}
     * @throws IllegalArgumentException naming a setting that does not exist or a value that is refused
     */
    public TrainingConfig with(String... settings) {
        return ConfigurationReader.with(this, List.of(settings));
    }

    /** Read once, when first needed. */
    private static final class Defaults {
        static final DefaultSettings<TrainingConfig> SETTINGS = DefaultSettings.of(TrainingConfig.class);
    }

    /** The encoder that is trained from a base. */
    public EncoderConfig encoder(EncoderConfig ofBase) {
        return model.trained(ofBase, variant, InstructionTexts.ofModel(instructions));
    }

    /** The part of the budget that is left to the last stage. */
    public BudgetConfig budgetOfLastStage() {
        return budget.rest(stages.stream().map(StageConfig::share).toList());
    }

    /** A stage before the last as a run of its own, whose result is its best weights. */
    TrainingConfig ofStage(StageConfig stage) {
        return RecordCopy.with(
                this,
                Map.of(
                        "variant", stage.variant(),
                        "stages", List.of(),
                        "optim", stage.lr() == 0 ? optim : optim.withLearningRate(stage.lr()),
                        "budget", budget.part(stage.share()),
                        "merge", merge.switchedOff()));
    }

    /**
     * What decides the result of a stage before the last, counted from 0: two configurations of which this is equal train the same
     * there. How it is computed is left out, and what a Vanilla stage has no use for.
     */
    public TrainingConfig learningOf(int stage) {
        TrainingConfig own = ofStage(stages.get(stage));
        boolean isShared = own.variant == Variant.VANILLA;
        return RecordCopy.with(
                own,
                Map.of(
                        "model",
                        isShared ? own.model.forVanilla() : own.model,
                        "instructions",
                        isShared ? Map.of() : own.instructions,
                        "batch",
                        own.batch.withChunkTokens(0),
                        "compute",
                        defaults().compute()));
    }

    /** As it is kept: how this machine computes is decided, and the base is found from any folder. */
    public TrainingConfig resolved(ComputeConfig decided, int chunkTokens) {
        return RecordCopy.with(
                this,
                Map.of(
                        "model", model.withAbsoluteBase(),
                        "batch", batch.withChunkTokens(chunkTokens),
                        "compute", decided));
    }
}
