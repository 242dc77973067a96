package io.github.scimult.training;

import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.merge.AlphaSelection;
import io.github.scimult.training.merge.WeightAverage;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The weights that training ends with.
 *
 * @param weights those that were best on dev, the mean of the last evaluated ones where that is better, or the last ones where dev was
 *     not evaluated
 * @param results on dev; empty where this process did not evaluate them
 * @param origin where they are from, as text
 */
record FineTunedWeights(EncoderWeights weights, Optional<List<DevResult>> results, String origin)
        implements AutoCloseable {

    /**
     * Chooses.
     *
     * @param last the weights after the last step
     * @param ofBest dev results of the best ones, where this process evaluated them
     */
    static FineTunedWeights choose(
            RunStore store,
            DevEvaluation dev,
            DevEncoders encoders,
            EncoderWeights last,
            Optional<List<DevResult>> ofBest)
            throws IOException {
        if (!store.hasBest()) {
            return new FineTunedWeights(last.alias(), Optional.empty(), "the last step");
        }
        FineTunedWeights best = new FineTunedWeights(read(store.best()), ofBest, "the evaluation that was best on dev");
        List<Path> evaluated = store.evaluated().all();
        return evaluated.size() < 2 ? best : best.orBetter(mean(evaluated), dev, encoders);
    }

    private FineTunedWeights orBetter(FineTunedWeights other, DevEvaluation dev, DevEncoders encoders) {
        FineTunedWeights own = results.isPresent() ? this : evaluated(dev, encoders);
        FineTunedWeights mean = other.evaluated(dev, encoders);
        boolean meanIsBetter = AlphaSelection.gain(mean.results().orElseThrow())
                > AlphaSelection.gain(own.results().orElseThrow());
        (meanIsBetter ? own : mean).close();
        return meanIsBetter ? mean : own;
    }

    private FineTunedWeights evaluated(DevEvaluation dev, DevEncoders encoders) {
        try (LibtorchEncoder encoder = encoders.of(origin, weights)) {
            return new FineTunedWeights(weights, Optional.of(dev.evaluate(encoder)), origin);
        }
    }

    private static FineTunedWeights mean(List<Path> folders) throws IOException {
        EncoderWeights mean = WeightAverage.of(folders.size(), number -> read(folders.get(number)));
        return new FineTunedWeights(
                mean, Optional.empty(), "the mean of the last " + folders.size() + " evaluations' weights");
    }

    private static EncoderWeights read(Path folder) throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            return model.load(Precision.FLOAT32);
        }
    }

    @Override
    public void close() {
        weights.close();
    }
}
