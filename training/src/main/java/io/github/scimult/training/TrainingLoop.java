package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.batch.SourceGroup;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.BudgetConfig;
import io.github.scimult.training.config.InstructionTexts;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.event.TrainingListener.Measurement;
import io.github.scimult.training.event.TrainingListener.Step;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.optim.Parameter;
import io.github.scimult.training.optim.RunSchedule;
import io.github.scimult.training.pair.Seeds;
import io.github.scimult.training.pair.TaskMix;
import io.github.scimult.training.store.BaselineScores;
import io.github.scimult.training.store.RunStore;
import io.github.scimult.training.store.TrainingState;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The loop: draw, compute, update, and from time to time measure and save. */
final class TrainingLoop implements AutoCloseable {
    private final TrainingConfig config;
    private final BudgetConfig budget;
    private final RunStore folder;
    private final List<LiteratureCollection> data;
    private final List<TrainingSource> sources;
    private final List<SourceGroup> groups;
    private final HardNegativeSchedule neighbours;
    private final DevEvaluation dev;
    private final TrainingListener listener;
    private final EncoderWeights encoder;
    private final int textTokens;
    private final TextTokenizer tokenizer;
    private final ComputeSettings plan;
    private final TrainingStep computation;
    private final AdamW optimizer;
    private final TrainingData setup;
    private TaskMix mix;
    private final InstructionTexts instructions;
    private TrainingState state;
    private RunSchedule schedule;
    private long markNanos = System.nanoTime();
    private double lastSave;
    private List<DevResult> bestFigures;

    /** How the loop ended. */
    enum End {
        BUDGET_USED,
        NO_MORE_IMPROVEMENT,
        STOPPED
    }

    TrainingLoop(LoopParts parts) {
        this.config = parts.config();
        this.budget = config.budgetOfLastStage();
        this.folder = parts.folder();
        this.data = parts.setup().collections();
        this.sources = parts.setup().sources();
        this.groups = parts.setup().groups();
        this.neighbours = parts.neighbours();
        this.dev = parts.dev();
        this.listener = parts.listener();
        this.encoder = parts.encoder();
        this.textTokens = config.batch().textTokens(encoder.config().maxLength());
        this.tokenizer = parts.tokenizer();
        this.plan = parts.plan();
        this.computation = new TrainingStep(encoder, plan, config.batch().chunkTokens());
        this.optimizer = new AdamW(
                config.optim(), Parameter.of(encoder), encoder.config().layers());
        this.setup = parts.setup();
        this.instructions = new InstructionTexts(config.instructions(), encoder.config(), tokenizer, config.seed());
        this.state = TrainingState.start(sources.size());
        this.mix = mix();
    }

    private TaskMix mix() {
        return new TaskMix(setup.shares(state.taskFactors()), config.seed());
    }

    /** Goes on from the saved state. */
    void restore() throws IOException {
        state = folder.restore(optimizer, data);
        mix = mix();
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).seek(state.epochs()[i], state.batches()[i]);
        }
    }

    TrainingState state() {
        return state;
    }

    /** Measures the base before the first step of all, and plans the run's time by it. */
    void measureBase(EncoderWeights base) throws IOException {
        BaselineScores measured =
                BaselineScores.keptOrMade(folder, setup.fingerprints(), dev, () -> encoderFor("base", base));
        schedule = new RunSchedule(config.optim(), totalSteps(), trainingSeconds(measured.seconds()));
        lastSave = elapsed();
    }

    private long totalSteps() {
        long byEpochs = (long) Math.ceil(budget.epochs()
                * groups.stream().mapToLong(SourceGroup::batchesAnEpoch).sum()
                / config.batch().accumulate());
        long bySteps = budget.steps();
        return byEpochs == 0 || bySteps == 0 ? Math.max(byEpochs, bySteps) : Math.min(byEpochs, bySteps);
    }

    /** The budget without what the blend at the end will take. */
    private double trainingSeconds(double secondsPerMeasurement) {
        double seconds = 60 * budget.minutes();
        int further = config.merge()
                .measurements(config.merge().parts().of(encoder.config()).size());
        double reserved = secondsPerMeasurement * further;
        return seconds == 0 ? 0 : Math.max(seconds * 0.5, seconds - reserved);
    }

    /** Starts the clock. */
    void startClock() {
        markNanos = System.nanoTime();
    }

    double elapsed() {
        return state.elapsedSeconds() + (System.nanoTime() - markNanos) / 1e9;
    }

    /** What has passed is about to be written into the state: count anew from here. */
    private double takeElapsed() {
        double now = elapsed();
        markNanos = System.nanoTime();
        return now;
    }

    End run(BooleanSupplier stop) throws IOException {
        if (state.step() == 0) {
            save();
        }
        while (!schedule.isOver(state.step(), elapsed())) {
            if (stop.getAsBoolean()) {
                save();
                return End.STOPPED;
            }
            double before = schedule.progress(state.step(), elapsed());
            neighbours.before(state.step(), before, () -> encoderFor("neighbours", encoder));
            step();
            boolean over = schedule.isOver(state.step(), elapsed());
            if (!dev.isEmpty() && isMeasurementDue(before, schedule.progress(state.step(), elapsed()))) {
                measure();
                if (config.dev().patience() > 0
                        && state.measurementsSinceBest() >= config.dev().patience()) {
                    save();
                    return End.NO_MORE_IMPROVEMENT;
                }
            } else if (!over && isSaveDue()) {
                save();
            }
        }
        save();
        return End.BUDGET_USED;
    }

    private boolean isMeasurementDue(double before, double after) {
        if (config.dev().everySteps() > 0) {
            return state.step() % config.dev().everySteps() == 0 || after >= 1;
        }
        int times = config.dev().times();
        return Math.floor(after * times) > Math.floor(before * times);
    }

    private boolean isSaveDue() {
        return config.saveMinutes() > 0 && elapsed() - lastSave >= 60 * config.saveMinutes();
    }

    private void step() {
        long start = System.nanoTime();
        SourceGroup group = groups.get(mix.source(state.step()));
        double rate = schedule.rate(state.step(), elapsed());
        int[] instruction = instructions.at(state.step(), group.first().pairs());
        int accumulate = config.batch().accumulate();
        double loss = 0;
        long tokens = 0;
        for (int part = 0; part < accumulate; part++) {
            TokenBatch batch = group.next(instruction, config.batch());
            Dropout dropout = dropout(state.step(), part);
            loss += computation.addGradients(batch, dropout, 1.0 / accumulate) / accumulate;
            tokens += batch.tokens();
        }
        if (!Double.isFinite(loss)) {
            throw new TrainingFailedException("the loss of step " + (state.step() + 1) + " ("
                    + group.name()
                    + ") is " + loss + ": lower optim.lr, which is "
                    + config.optim().lr()
                    + "; the last saved state is in " + folder.latest());
        }
        double norm = optimizer.step(rate);
        advance();
        double seconds = (System.nanoTime() - start) / 1e9;
        double progress = schedule.progress(state.step(), elapsed());
        listener.step(new Step(
                state.step(),
                progress,
                group.name(),
                loss,
                rate,
                norm,
                tokens,
                seconds,
                elapsed(),
                progress > 0 ? elapsed() * (1 - progress) / progress : 0));
    }

    private Dropout dropout(long step, int part) {
        return config.dropout().hidden() == 0 && config.dropout().attention() == 0
                ? Dropout.NONE
                : new SeededDropout(
                        config.dropout().hidden(),
                        config.dropout().attention(),
                        Seeds.derive(config.seed(), step, part));
    }

    private void advance() {
        long[] epochs = sources.stream().mapToLong(TrainingSource::epochNumber).toArray();
        int[] batches = sources.stream().mapToInt(TrainingSource::nextBatch).toArray();
        double now = takeElapsed();
        state = state.withStep(state.step() + 1, epochs, batches, now);
    }

    private void measure() throws IOException {
        double start = elapsed();
        List<DevResult> figures = measured("trained", encoder);
        double mean = DevEvaluation.meanOverTasks(figures);
        boolean best = dev.canChoose() && state.isBest(mean);
        double now = takeElapsed();
        state = state.withMeasurement(mean, best, now - start, now);
        listener.measured(new Measurement(state.step(), now, mean, figures, best));
        balanceTasks(figures);
        if (best) {
            bestFigures = figures;
            folder.writeModel(folder.best(), encoder, tokenizer);
        }
        if (config.merge().checkpoints() > 1) {
            folder.writeModel(folder.measured().of(state.step()), encoder, tokenizer);
            folder.measured().deleteAllBut(config.merge().checkpoints());
        }
        save();
    }

    private void balanceTasks(List<DevResult> figures) {
        if (config.balance() > 0 && dev.canChoose()) {
            state = state.withTaskFactors(TaskBalance.factors(figures, config.balance()));
            mix = mix();
            listener.note(
                    "from now on the tasks' weights are multiplied by: " + TaskBalance.inWords(state.taskFactors()));
        }
    }

    /** The figures of the encoder that was best on dev, where this process measured it; else null. */
    List<DevResult> bestFigures() {
        return bestFigures;
    }

    /** An encoder for dev, which sees of the texts what training sees of them; for the caller to close. */
    LibtorchEncoder encoderFor(String name, EncoderWeights weights) {
        try (EncoderWeights cut = weights.withConfig(weights.config().withMaxLength(textTokens))) {
            return new LibtorchEncoder(name, cut, tokenizer, plan);
        }
    }

    /** The dev figures of some weights. */
    List<DevResult> measured(String name, EncoderWeights weights) {
        try (LibtorchEncoder measured = encoderFor(name, weights)) {
            return dev.measure(measured);
        }
    }

    /** Frees the optimiser's memory. */
    @Override
    public void close() {
        optimizer.close();
    }

    private void save() throws IOException {
        folder.save(encoder, tokenizer, optimizer, state, data);
        neighbours.saved();
        lastSave = elapsed();
    }
}
