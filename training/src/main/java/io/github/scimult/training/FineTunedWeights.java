package io.github.scimult.training;

import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.merge.AlphaSelection;
import io.github.scimult.training.merge.WeightAverage;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights that training ends with.
 *
 * @param weights those that were best on dev, the mean of the last measured ones where that is better, or the last ones where
 *     dev was not measured
 * @param figures on dev; null where this process did not measure them
 * @param origin where they are from, in words
 */
record FineTunedWeights(EncoderWeights weights, List<DevResult> figures, String origin) implements AutoCloseable {

    /** @param last the weights after the last step */
    static FineTunedWeights choose(RunStore folder, TrainingLoop loop, EncoderWeights last) throws IOException {
        if (!folder.hasBest()) {
            return new FineTunedWeights(last.withConfig(last.config()), null, "the last step");
        }
        FineTunedWeights best =
                new FineTunedWeights(read(folder.best()), loop.bestFigures(), "the measurement that was best on dev");
        List<Path> measured = folder.measured().all();
        return measured.size() < 2 ? best : best.orBetter(mean(measured), loop);
    }

    private FineTunedWeights orBetter(FineTunedWeights other, TrainingLoop loop) {
        FineTunedWeights own = figures == null ? measured(loop) : this;
        FineTunedWeights mean = other.measured(loop);
        boolean meanIsBetter = AlphaSelection.gain(mean.figures()) > AlphaSelection.gain(own.figures());
        (meanIsBetter ? own : mean).close();
        return meanIsBetter ? mean : own;
    }

    private FineTunedWeights measured(TrainingLoop loop) {
        return new FineTunedWeights(weights, loop.measured(origin, weights), origin);
    }

    private static FineTunedWeights mean(List<Path> folders) throws IOException {
        List<EncoderWeights> models = new ArrayList<>();
        try {
            for (Path folder : folders) {
                models.add(read(folder));
            }
            return new FineTunedWeights(
                    WeightAverage.of(models),
                    null,
                    "the mean of the last " + folders.size() + " measurements' weights");
        } finally {
            models.forEach(EncoderWeights::close);
        }
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
