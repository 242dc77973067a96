package io.github.scimult.training;

import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.store.RunStore;

/** What a {@link TrainingLoop} works on. */
record LoopParts(
        TrainingConfig config,
        RunStore folder,
        TrainingData setup,
        HardNegativeSchedule neighbours,
        DevEvaluation dev,
        TrainingListener listener,
        EncoderWeights encoder,
        TextTokenizer tokenizer,
        ComputeSettings plan) {}
