package io.github.scimult.training;

import io.github.scimult.encoder.checkpoint.EncoderWeights;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.Precision;
import io.github.scimult.training.dev.DevEvaluation;
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
record FineTunedWeights(Encoder weights, List<DevResult> figures, String origin) {

    /** @param last the weights after the last step */
    static FineTunedWeights choose(RunStore folder, DevEvaluation dev, TrainingLoop loop, Encoder last)
            throws IOException {
        if (!folder.hasBest()) {
            return new FineTunedWeights(last, null, "the last step");
        }
        FineTunedWeights best =
                new FineTunedWeights(read(folder.best()), loop.bestFigures(), "the measurement that was best on dev");
        List<Path> measured = folder.measured().all();
        return measured.size() < 2 ? best : best.orBetter(mean(measured), dev, loop);
    }

    private FineTunedWeights orBetter(FineTunedWeights other, DevEvaluation dev, TrainingLoop loop) {
        FineTunedWeights own = figures == null ? measured(dev, loop) : this;
        FineTunedWeights mean = other.measured(dev, loop);
        return AlphaSelection.gain(mean.figures()) > AlphaSelection.gain(own.figures()) ? mean : own;
    }

    private FineTunedWeights measured(DevEvaluation dev, TrainingLoop loop) {
        return new FineTunedWeights(weights, dev.measure(loop.encoderFor(origin, weights)), origin);
    }

    private static FineTunedWeights mean(List<Path> folders) throws IOException {
        List<Encoder> encoders = new ArrayList<>();
        for (Path folder : folders) {
            encoders.add(read(folder));
        }
        return new FineTunedWeights(
                WeightAverage.of(encoders), null, "the mean of the last " + folders.size() + " measurements' weights");
    }

    private static Encoder read(Path folder) throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            return EncoderWeights.encoder(model, Precision.FLOAT32);
        }
    }
}
