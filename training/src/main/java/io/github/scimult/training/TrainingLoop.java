package io.github.scimult.training;

import io.github.scimult.core.random.Seeds;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.training.batch.SourceGroup;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.config.InstructionTexts;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.optim.NonFiniteGradientException;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The training loop: draw a batch, compute its gradients, update the weights, tell what happened. All else is a {@link TrainingHook}.
 */
final class TrainingLoop {
    private final TrainingConfig config;
    private final RunProgress run;
    private final TrainingStep computation;
    private final AdamW optimizer;
    private final InstructionTexts instructions;
    private final List<TrainingHook> hooks;
    private final Consumer<TrainingEvent> listener;

    /** How the loop ended. */
    enum End {
        BUDGET_USED,
        NO_MORE_IMPROVEMENT,
        STOPPED
    }

    /** What a step works with. */
    record Model(TrainingStep computation, AdamW optimizer, InstructionTexts instructions) {}

    TrainingLoop(
            TrainingConfig config,
            RunProgress run,
            Model model,
            List<TrainingHook> hooks,
            Consumer<TrainingEvent> listener) {
        this.config = config;
        this.run = run;
        this.computation = model.computation();
        this.optimizer = model.optimizer();
        this.instructions = model.instructions();
        this.hooks = List.copyOf(hooks);
        this.listener = listener;
    }

    /** @param stop asked before every step; once it says yes the loop ends and can be resumed */
    End run(BooleanSupplier stop) throws IOException {
        for (TrainingHook hook : hooks) {
            hook.start();
        }
        End end = null;
        while (end == null) {
            end = endReached(stop);
            if (end == null) {
                for (TrainingHook hook : hooks) {
                    hook.beforeStep();
                }
                step();
                for (TrainingHook hook : hooks) {
                    hook.afterStep();
                }
            }
        }
        for (TrainingHook hook : hooks) {
            hook.end();
        }
        return end;
    }

    /** Null while the run goes on. */
    private End endReached(BooleanSupplier stop) {
        if (hooks.stream().anyMatch(TrainingHook::endsRun)) {
            return End.NO_MORE_IMPROVEMENT;
        }
        if (run.isOver()) {
            return End.BUDGET_USED;
        }
        return stop.getAsBoolean() ? End.STOPPED : null;
    }

    private void step() {
        long start = System.nanoTime();
        SourceGroup group = run.nextGroup();
        double learningRate = run.learningRate();
        Gradients gradients = addGradients(group);
        double norm = update(group, learningRate);
        double seconds = (System.nanoTime() - start) / 1e9;
        run.advance(seconds);
        listener.accept(new TrainingEvent.Step(
                run.step(),
                run.progress(),
                group.name(),
                gradients.loss(),
                learningRate,
                norm,
                gradients.tokens(),
                seconds,
                run.state().clock().elapsedSeconds(),
                run.remainingSeconds()));
    }

    /** The gradients are in the weights. @param loss the mean over the accumulated batches */
    private record Gradients(double loss, long tokens) {}

    private Gradients addGradients(SourceGroup group) {
        int[] instruction = instructions.at(run.step(), group.first().pairs());
        int accumulated = config.batch().accumulationSteps();
        double loss = 0;
        long tokens = 0;
        for (int part = 0; part < accumulated; part++) {
            TokenBatch batch = group.next(instruction, config.batch().maskKnownPositives());
            loss += computation.addGradients(batch, dropout(part), 1.0 / accumulated) / accumulated;
            tokens += batch.tokens();
        }
        if (!Double.isFinite(loss)) {
            throw diverged("the loss is " + loss, group);
        }
        return new Gradients(loss, tokens);
    }

    /** @return the gradients' norm */
    private double update(SourceGroup group, double learningRate) {
        try {
            return optimizer.step(learningRate);
        } catch (NonFiniteGradientException failure) {
            throw diverged(failure.getMessage(), group);
        }
    }

    private TrainingFailedException diverged(String what, SourceGroup group) {
        return new TrainingFailedException("step " + (run.step() + 1) + " (" + group.name() + "): " + what
                + ". Start a new run with a lower optim.lr, which is "
                + config.optim().lr()
                + " here; what was best on dev so far, training/best, can be its model.base");
    }

    private Dropout dropout(int part) {
        return config.dropout().hidden() == 0 && config.dropout().attention() == 0
                ? Dropout.NONE
                : new SeededDropout(
                        config.dropout().hidden(),
                        config.dropout().attention(),
                        Seeds.derive(config.seed(), run.step(), part));
    }
}
