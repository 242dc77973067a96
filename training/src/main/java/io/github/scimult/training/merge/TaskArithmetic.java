package io.github.scimult.training.merge;

import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.dev.DevEvaluation;
import java.util.ArrayList;
import java.util.List;

/**
 * Task arithmetic: models of one base are added up, at a scale that is selected on dev; see {@link TaskVectors}.
 *
 * @param base what all of them were trained from
 * @param models at least one
 * @param tokenizer of all of them
 * @param plan how dev evaluations are computed
 */
public record TaskArithmetic(
        EncoderWeights base, List<EncoderWeights> models, TextTokenizer tokenizer, ComputeSettings plan) {
    public TaskArithmetic {
        models = List.copyOf(models);
    }

    /** The scales to select from where none are named: that of the mean, that of the whole sum, and half-way. */
    public static List<Double> defaultScales(int models) {
        double mean = 1.0 / models;
        return models == 1 ? List.of(1.0) : List.of(mean, (mean + 1) / 2, 1.0);
    }

    /** At one scale; for the caller to close. */
    public EncoderWeights at(double scale) {
        return TaskVectors.sum(base, models, scale);
    }

    /**
     * Evaluates the sum at each scale. {@link AlphaSelection#choose} says which to take.
     *
     * @param dev not empty
     */
    public List<InterpolationResult> evaluate(List<Double> scales, DevEvaluation dev) {
        try (LibtorchEncoder baseline = encoder("base", base)) {
            dev.evaluateBaseline(baseline);
        }
        List<InterpolationResult> tried = new ArrayList<>();
        for (double scale : scales) {
            try (EncoderWeights sum = at(scale);
                    LibtorchEncoder encoder = encoder("scale " + scale, sum)) {
                tried.add(InterpolationResult.of(Alphas.of(scale), dev.evaluate(encoder)));
            }
        }
        return tried;
    }

    private LibtorchEncoder encoder(String name, EncoderWeights weights) {
        return new LibtorchEncoder(name, weights, tokenizer, plan);
    }
}
