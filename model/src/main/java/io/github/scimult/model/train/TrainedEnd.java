package io.github.scimult.model.train;

import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.dev.DevEvaluation;
import io.github.scimult.model.dev.DevFigure;
import io.github.scimult.model.merge.Average;
import io.github.scimult.model.merge.ShareChoice;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.Precision;
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
record TrainedEnd(Encoder weights, List<DevFigure> figures, String origin) {

    /** @param last the weights after the last step */
    static TrainedEnd choose(TrainingFolder folder, DevEvaluation dev, TrainingLoop loop, Encoder last)
            throws IOException {
        if (!folder.hasBest()) {
            return new TrainedEnd(last, null, "the last step");
        }
        TrainedEnd best =
                new TrainedEnd(read(folder.best()), loop.bestFigures(), "the measurement that was best on dev");
        List<Path> measured = folder.measured().all();
        return measured.size() < 2 ? best : best.orBetter(mean(measured), dev, loop);
    }

    private TrainedEnd orBetter(TrainedEnd other, DevEvaluation dev, TrainingLoop loop) {
        TrainedEnd own = figures == null ? measured(dev, loop) : this;
        TrainedEnd mean = other.measured(dev, loop);
        return ShareChoice.gain(mean.figures()) > ShareChoice.gain(own.figures()) ? mean : own;
    }

    private TrainedEnd measured(DevEvaluation dev, TrainingLoop loop) {
        return new TrainedEnd(weights, dev.measure(loop.encoderFor(origin, weights)), origin);
    }

    private static TrainedEnd mean(List<Path> folders) throws IOException {
        List<Encoder> encoders = new ArrayList<>();
        for (Path folder : folders) {
            encoders.add(read(folder));
        }
        return new TrainedEnd(
                Average.of(encoders), null, "the mean of the last " + folders.size() + " measurements' weights");
    }

    private static Encoder read(Path folder) throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            return EncoderWeights.encoder(model, Precision.FLOAT32);
        }
    }
}
