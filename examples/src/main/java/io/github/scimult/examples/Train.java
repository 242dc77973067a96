package io.github.scimult.examples;

import io.github.scimult.training.Trainer;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.TrainingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Fine-tunes a model on a collection. Arguments: the collection, the new model's folder, settings such as budget.minutes=30. */
public final class Train {
    private Train() {}

    public static void main(String[] args) throws IOException {
        Path collection = Path.of(args[0]);
        Path model = Path.of(args[1]);
        String[] settings = Arrays.copyOfRange(args, 2, args.length);

        TrainingPlan plan =
                TrainingPlan.of(collection, TrainingConfig.defaults().with(settings));
        new Trainer(model, Train::print, () -> false).start(plan);
        System.out.println("the model is in " + model);
    }

    private static void print(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Step step -> System.out.printf("step %d: loss %.3f%n", step.step(), step.loss());
            case TrainingEvent.Evaluated dev -> System.out.printf("dev mean %.3f%n", dev.mean());
            default -> {} // progress, notes, the run's beginning and end
        }
    }
}
