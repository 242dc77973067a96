package io.github.scimult.training.config;

import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.dev.DevConfig;
import io.github.scimult.training.loss.Losses;
import io.github.scimult.training.merge.MergeConfig;
import io.github.scimult.training.merge.ParameterGroups;
import java.util.List;
import java.util.Map;

/** The default settings. */
final class Defaults {
    static final TrainingConfig CONFIG = new TrainingConfig(
            17,
            Variant.MHA_FFN_EXPERTS,
            List.of(),
            new ModelConfig(
                    "minilm", 0, "base", "base", 0, "mod1", List.of("search", "link", "classification"), Map.of(), 1),
            Losses.INFO_NCE,
            Map.of(),
            new TaskConfig(Map.of(), 0, 0),
            new PseudoQueryConfig(0.3, 1, 0, 0),
            new BatchConfig(32, 12_288, 128, 16_384, 1, 8, 2048, true, 1, false, 100),
            new HardNegativeConfig(1, false, List.of(), 0, 1, 1, 1000, 50, 0.05, 50_000, List.of("link")),
            new DropoutConfig(0.1, 0.0),
            new OptimConfig(1e-4, 0.05, 0.9, 0.999, 1e-8, 0.01, 2.0, 1.0),
            new BudgetConfig(30, 0, 0),
            new DevConfig(0, 2, 150, 400, 0),
            new MergeConfig(0, List.of(0.5, 0.75, 1.0), ParameterGroups.WHOLE, 0),
            new ComputeConfig("auto", "auto", 0),
            5);

    private Defaults() {}
}
