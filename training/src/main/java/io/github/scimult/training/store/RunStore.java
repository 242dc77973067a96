package io.github.scimult.training.store;

import com.fasterxml.jackson.core.JacksonException;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a run; a stage before the last is a run whose store lies within.
 *
 * <pre>
 * config.json model.safetensors tokenizer.json …   the result, in Hugging Face's layout; there when training is over
 * README.md                                        the model card: what people ask of a model, from the manifest
 * manifest.json                                    what the result is and how it came to be; written last
 * training/plan.json                               settings and collections, to resume with
 * training/latest/                                 the checkpoint: a model folder with optimizer.safetensors and state.json
 * training/best/  training/fine-tuned/             model folders: best on dev; the fine-tuned weights before interpolation
 * training/evaluated/00000120/                     model folders of the last evaluations, where their mean is tried
 * training/baseline.json                           the baseline's dev scores, for every stage to be compared with
 * training/hard-negatives/                         mined hard negatives, to resume with
 * training/stages/1-vanilla/                       a folder like this one, of a stage before the last
 * training/run.jsonl                               the log
 * training/tensorboard/                            the same for TensorBoard
 * training/cache/                                  token files
 * </pre>
 */
public final class RunStore {
    private static final String ADVICE = "start the training anew";

    private final Path root;
    private final Path shared;

    public RunStore(Path root) {
        this(root, root.resolve("training"));
    }

    private RunStore(Path root, Path shared) {
        this.root = root;
        this.shared = shared;
    }

    /** The store of a stage before the last, counted from 1; what is the same for all stages is this one's. */
    public RunStore stage(int number, Variant variant) {
        return new RunStore(stages().resolve(number + "-" + variant.lowerCaseName()), shared);
    }

    public Path root() {
        return root;
    }

    /** {@code training/}. */
    public Path training() {
        return root.resolve("training");
    }

    private Path stages() {
        return training().resolve("stages");
    }

    public Path cache() {
        return shared.resolve("cache");
    }

    public Path log() {
        return training().resolve("run.jsonl");
    }

    /** Event files for TensorBoard. */
    public Path tensorBoard() {
        return training().resolve("tensorboard");
    }

    public Path plan() {
        return training().resolve("plan.json");
    }

    /** What resuming needs. */
    public Checkpoint checkpoint() {
        return new Checkpoint(training().resolve("latest"));
    }

    /** The encoder that was best on dev. */
    public Path best() {
        return training().resolve("best");
    }

    /** The fine-tuned weights, before interpolation with the base. */
    public Path fineTuned() {
        return training().resolve("fine-tuned");
    }

    /** The weights of the last evaluations, where their mean is tried. */
    public StepFolders evaluated() {
        return new StepFolders(training().resolve("evaluated"));
    }

    /** Mined hard negatives, of any stage. */
    public Path hardNegatives() {
        return shared.resolve("hard-negatives");
    }

    /** The baseline's dev scores. */
    Path baseline() {
        return shared.resolve("baseline.json");
    }

    private Path manifest() {
        return root.resolve("manifest.json");
    }

    /** Whether the result is there. */
    public boolean isFinished() {
        return Files.isRegularFile(manifest());
    }

    /** Whether a checkpoint was saved in any stage. */
    public boolean hasAnyCheckpoint() throws IOException {
        return checkpoint().exists() || Files.isDirectory(stages());
    }

    /** Whether an encoder was kept as the best on dev. */
    public boolean hasBest() throws IOException {
        AtomicFolder.recover(best());
        return Files.isDirectory(best());
    }

    /** Optimiser steps of a finished run, all its stages together. */
    public long steps() throws IOException {
        long steps = readManifest().extent().steps();
        if (Files.isDirectory(stages())) {
            try (Stream<Path> before = Files.list(stages())) {
                for (Path stage : before.toList()) {
                    steps += new RunStore(stage).readManifest().extent().steps();
                }
            }
        }
        return steps;
    }

    /**
     * Removes what a run has written beside a result.
     *
     * @param rootToo whether the run's folder goes as well, if nothing else is in it
     */
    public void clear(boolean rootToo) throws IOException {
        AtomicFolder.delete(training());
        if (rootToo && Files.isDirectory(root)) {
            try (Stream<Path> left = Files.list(root)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(root);
        }
    }

    /** A model folder below the run's; appears whole. */
    public void writeModel(Path folder, EncoderWeights encoder, TextTokenizer tokenizer) throws IOException {
        AtomicFolder.write(
                folder, into -> ModelFolder.write(into, encoder.config(), WeightArrays.of(encoder), tokenizer));
    }

    /** The result, file by file, each whole; the manifest, written last, says that all are there. */
    public void writeResult(EncoderWeights encoder, TextTokenizer tokenizer, RunManifest manifest) throws IOException {
        ModelFolder.write(root, encoder.config(), WeightArrays.of(encoder), tokenizer);
        ModelCard card = new ModelCard(root, Optional.of(manifest), Optional.empty(), ModelCard.Form.SCIMULT);
        AtomicFile.writeText(root.resolve(ModelFolder.CARD), card.text());
        AtomicFile.writeText(manifest(), Json.indented(manifest));
    }

    /**
     * The manifest of a model's folder; empty if no run wrote one there.
     *
     * @throws BadDataException if it is damaged
     */
    public static Optional<RunManifest> manifestOf(Path model) throws IOException {
        RunStore store = new RunStore(model);
        if (!Files.isRegularFile(store.manifest())) {
            return Optional.empty();
        }
        return Optional.of(store.readManifest()).filter(run -> run.configuration() != null); // a merged model has none
    }

    /**
     * The manifest of a finished run or stage.
     *
     * @throws BadDataException if it is damaged
     */
    public RunManifest readManifest() throws IOException {
        return read(manifest(), RunManifest.class, ADVICE);
    }

    public void writePlan(TrainingPlan plan) throws IOException {
        AtomicFile.writeText(plan(), Json.indented(plan));
    }

    /** @throws BadDataException if the folder holds no run, or the plan is damaged */
    public TrainingPlan readPlan() throws IOException {
        if (!Files.isRegularFile(plan())) {
            throw new BadDataException(root + " was not made by training: there is no " + plan()
                    + ". Give the folder of an unfinished run.");
        }
        TrainingPlan read = read(plan(), TrainingPlan.class, ADVICE);
        if (read == null) {
            throw BadDataException.in(plan(), "is damaged (there is nothing in it): " + ADVICE + ".");
        }
        return read;
    }

    static <T> T read(Path file, Class<T> type, String advice) throws IOException {
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (JacksonException damaged) {
            throw new BadDataException(
                    file + ": is damaged (" + damaged.getOriginalMessage() + "): " + advice + ".", damaged);
        }
    }
}
