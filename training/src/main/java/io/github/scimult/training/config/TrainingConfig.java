package io.github.scimult.training.config;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.dev.DevConfig;
import io.github.scimult.training.merge.MergeConfig;
import io.github.scimult.training.merge.ParameterGroups;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that decides a training run, written in full into its manifest. What a user does not set keeps the value of
 * {@link #defaults()}.
 *
 * @param seed of everything random
 * @param variant which parts of the encoder are exchanged by task
 * @param stages those before the last, which trains {@code variant}; none: it is trained from the base
 * @param model what is trained
 * @param instructions for the variants that have them: a task, a family or {@code COLLECTION/TASK} → one or several
 *     wordings, of which each step draws one; what is not listed has the paper's
 * @param tasks weight of each task in the mix; a task not named has weight 0 unless the collections have judgements for
 *     it and the map is empty, in which case all have weight 1
 * @param titleSearch weight of titles and the like as searches in collections that have no search log, beside the other tasks
 *     of the collection; 0 leaves such collections without search
 * @param pseudoQueries what it is that stands in for searches there
 * @param sizeExponent a task's collections are mixed by their numbers of pairs to this power, times their weights; 0 takes
 *     the weights alone, 1 draws every pair as often
 * @param balance how strongly a task that gains less on dev than others is drawn more often after each measurement; 0 keeps the
 *     weights as they are
 * @param batch how batches are drawn
 * @param neighbours hard negatives from the neighbourhood of each query
 * @param dropout while training
 * @param optim optimiser and schedule
 * @param budget when training ends
 * @param dev measuring on the dev split
 * @param merge the blend at the end
 * @param compute precision and threads
 * @param saveMinutes minutes between two saved states; 0 saves at every measurement only
 */
public record TrainingConfig(
        long seed,
        Variant variant,
        List<StageConfig> stages,
        ModelConfig model,
        Map<String, List<String>> instructions,
        Map<String, Double> tasks,
        double titleSearch,
        PseudoQueryConfig pseudoQueries,
        double sizeExponent,
        double balance,
        BatchConfig batch,
        HardNegativeConfig neighbours,
        DropoutConfig dropout,
        OptimConfig optim,
        BudgetConfig budget,
        DevConfig dev,
        MergeConfig merge,
        ComputeConfig compute,
        double saveMinutes) {
    public TrainingConfig {
        tasks = java.util.Collections.unmodifiableMap(new TreeMap<>(tasks));
        tasks.forEach((task, weight) -> {
            io.github.scimult.core.task.Task.parse(task);
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("the weight of task " + task + " must be at least 0, not " + weight);
            }
        });
        stages = List.copyOf(stages);
        StageConfig.requireInOrder(stages, variant);
        instructions = InstructionTexts.checked(instructions);
        if (batch.mixedSets() && InstructionTexts.areOfCollections(instructions)) {
            throw new IllegalArgumentException("instructions of single collections, such as " + instructions.keySet()
                    + ", need batches of one: leave batch.mixedSets false");
        }
        if (stages.stream().mapToDouble(StageConfig::share).sum() >= 1) {
            throw new IllegalArgumentException(
                    "stages take the whole budget; their shares must leave some of it to the last stage");
        }
        if (!(titleSearch >= 0)) {
            throw new IllegalArgumentException("titleSearch is a weight of at least 0, not " + titleSearch);
        }
        if (!(sizeExponent >= 0 && sizeExponent <= 1)) {
            throw new IllegalArgumentException("sizeExponent must be in [0, 1], not " + sizeExponent);
        }
        if (!(balance >= 0 && balance <= 10)) {
            throw new IllegalArgumentException("balance must be in [0, 10], not " + balance);
        }
        if (!(saveMinutes >= 0)) {
            throw new IllegalArgumentException("saveMinutes must be at least 0, not " + saveMinutes);
        }
    }

    /** The values that hold where nothing is said. */
    public static TrainingConfig defaults() {
        return new TrainingConfig(
                17,
                Variant.MHA_FFN_EXPERTS,
                List.of(),
                new ModelConfig("minilm", 0, "mod1", List.of("search", "link", "classification"), Map.of(), 1),
                Map.of(),
                Map.of(),
                0.3,
                new PseudoQueryConfig(1, 0, 0),
                0,
                0,
                new BatchConfig(32, 12_288, 128, 16_384, 1, 8, 1, false, List.of(), 2048, true, 1, false, 100),
                new HardNegativeConfig(0, 1, 1, 1000, 50, 0.95, 50_000, List.of("link")),
                new DropoutConfig(0.1, 0.0),
                new OptimConfig(1e-4, 0.05, 0.9, 0.999, 1e-8, 0.01, 2.0, 1.0),
                new BudgetConfig(30, 0, 0),
                new DevConfig(0, 2, 150, 400, 0),
                new MergeConfig(0, List.of(0.5, 0.75, 1.0), ParameterGroups.WHOLE, 0),
                new ComputeConfig("auto", "auto", 0),
                5);
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
        return with(
                stage.variant(),
                List.of(),
                model,
                instructions,
                stage.lr() == 0 ? optim : optim.withRate(stage.lr()),
                budget.part(stage.share()),
                merge.switchedOff(),
                batch,
                compute);
    }

    /**
     * What decides the result of a stage before the last, counted from 0: two configurations of which this is equal train the
     * same there. How it is computed is left out, and what a Vanilla stage has no use for.
     */
    public TrainingConfig learningOf(int stage) {
        TrainingConfig own = ofStage(stages.get(stage));
        boolean isShared = own.variant == Variant.VANILLA;
        return own.with(
                own.variant,
                own.stages,
                isShared ? own.model.ofVanilla() : own.model,
                isShared ? Map.of() : own.instructions,
                own.optim,
                own.budget,
                own.merge,
                own.batch.withChunkTokens(0),
                defaults().compute());
    }

    /** As it is kept: how this machine computes is decided, and the base is found from any folder. */
    public TrainingConfig resolved(ComputeConfig decided, int chunkTokens) {
        return with(
                variant,
                stages,
                model.withAbsoluteBase(),
                instructions,
                optim,
                budget,
                merge,
                batch.withChunkTokens(chunkTokens),
                decided);
    }

    private TrainingConfig with(
            Variant newVariant,
            List<StageConfig> newStages,
            ModelConfig newModel,
            Map<String, List<String>> newInstructions,
            OptimConfig newOptim,
            BudgetConfig newBudget,
            MergeConfig newMerge,
            BatchConfig newBatch,
            ComputeConfig newCompute) {
        return new TrainingConfig(
                seed,
                newVariant,
                newStages,
                newModel,
                newInstructions,
                tasks,
                titleSearch,
                pseudoQueries,
                sizeExponent,
                balance,
                newBatch,
                neighbours,
                dropout,
                newOptim,
                newBudget,
                dev,
                newMerge,
                newCompute,
                saveMinutes);
    }
}
