package io.github.scimult.training.store;

import com.fasterxml.jackson.core.JacksonException;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.checkpoint.SafetensorsWriter;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.checkpoint.WeightMap;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.optim.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of a run.
 *
 * <pre>
 * config.json model.safetensors tokenizer.json …   the result, in Hugging Face's layout; there when training is over
 * manifest.json                                    configuration, seed, data, version, steps, dev figures of the result
 * training/plan.json                               configuration and collections, to go on from
 * training/latest/                                 a model folder with optimizer.safetensors and state.json
 * training/best/  training/trained/                model folders: best on dev; the end before blending
 * training/measured/00000120/                      model folders of the last measurements, where their mean is tried
 * training/base.json                               what the base reached on dev, for every stage to be compared with
 * training/neighbours/                             hard negatives that were searched for, to go on with
 * training/stages/1-vanilla/                       a folder like this one, of a stage before the last
 * training/run.jsonl                               the log
 * training/cache/                                  token files
 * </pre>
 */
public final class RunStore {
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String STATE = "state.json";

    private final Path root;
    private final Path shared;

    public RunStore(Path root) {
        this(root, root.resolve("training"));
    }

    private RunStore(Path root, Path shared) {
        this.root = root;
        this.shared = shared;
    }

    /** The folder of a stage before the last, counted from 1; what is the same for all stages is this one's. */
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

    public Path plan() {
        return training().resolve("plan.json");
    }

    public Path latest() {
        return training().resolve("latest");
    }

    /** The encoder that was best on dev. */
    public Path best() {
        return training().resolve("best");
    }

    /** The trained end, before it was blended with the base. */
    public Path trained() {
        return training().resolve("trained");
    }

    /** The weights of the last measurements, where their mean is tried. */
    public StepFolders measured() {
        return new StepFolders(training().resolve("measured"));
    }

    /** What was searched for as hard negatives, in any stage. */
    public Path neighbours() {
        return shared.resolve("neighbours");
    }

    /** What the base reached on dev. */
    public Path base() {
        return shared.resolve("base.json");
    }

    /** What the result is, and how it came to be; written last. */
    public Path manifest() {
        return root.resolve("manifest.json");
    }

    /** Whether the result is there. */
    public boolean isFinished() {
        return Files.isRegularFile(manifest());
    }

    /** How far a finished run came. */
    public TrainingExtent extent() throws IOException {
        return read(manifest(), TrainingExtent.class, "start the training anew");
    }

    /** Steps of a finished run, all its stages together. */
    public long steps() throws IOException {
        long steps = extent().steps();
        if (Files.isDirectory(stages())) {
            try (Stream<Path> before = Files.list(stages())) {
                for (Path stage : before.toList()) {
                    steps += new RunStore(stage).extent().steps();
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

    public void writeModel(Path folder, EncoderWeights encoder, TextTokenizer tokenizer) throws IOException {
        AtomicFolder.write(
                folder, into -> ModelFolder.write(into, encoder.config(), WeightArrays.of(encoder), tokenizer));
    }

    public void writeJson(Path file, Object value) throws IOException {
        AtomicFile.writeText(file, Json.indented(value));
    }

    /**
     * Saves everything that going on needs, in one folder that appears whole.
     *
     * @param data what the run learns from
     */
    public void save(
            EncoderWeights encoder,
            TextTokenizer tokenizer,
            AdamW optimizer,
            TrainingState state,
            List<LiteratureCollection> data)
            throws IOException {
        AtomicFolder.write(latest(), folder -> {
            ModelFolder.write(folder, encoder.config(), WeightArrays.of(encoder), tokenizer);
            SafetensorsWriter.write(folder.resolve(OPTIMIZER), moments(optimizer), Map.of());
            List<String> fingerprints =
                    data.stream().map(LiteratureCollection::fingerprint).toList();
            SavedState saved = new SavedState(state, optimizer.updates(), fingerprints);
            AtomicFile.writeText(folder.resolve(STATE), Json.line(saved));
        });
    }

    private static SortedMap<String, WeightArray> moments(AdamW optimizer) {
        SortedMap<String, WeightArray> arrays = new TreeMap<>();
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            String name = optimizer.parameters().get(i).name();
            arrays.put("m." + name, WeightArrays.of(name, optimizer.firstMoment(i)));
            arrays.put("v." + name, WeightArrays.of(name, optimizer.secondMoment(i)));
        }
        return arrays;
    }

    /** Whether a state was saved. */
    public boolean hasLatest() throws IOException {
        AtomicFolder.recover(latest());
        return Files.isDirectory(latest());
    }

    /** Whether a state was saved in any stage. */
    public boolean hasAnyState() throws IOException {
        return hasLatest() || Files.isDirectory(stages());
    }

    /** Whether an encoder was kept as the best on dev. */
    public boolean hasBest() throws IOException {
        AtomicFolder.recover(best());
        return Files.isDirectory(best());
    }

    /** The encoder that was saved last; {@link #restore} brings the rest. */
    public PretrainedModel loadLatest() throws IOException {
        return ModelFolder.load(latest());
    }

    /**
     * Fills the optimiser with what was saved and tells where the run stood.
     *
     * @throws BadDataException if a file is damaged, or the data is no longer what the run began with
     */
    public TrainingState restore(AdamW optimizer, List<LiteratureCollection> data) throws IOException {
        SavedState saved = readState();
        requireSame(saved.data(), data);
        Path file = latest().resolve(OPTIMIZER);
        WeightMap moments = new WeightMap(SafetensorsFile.open(file).arrays(), file.toString());
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            Parameter parameter = optimizer.parameters().get(i);
            long[] shape = parameter.tensor().shape();
            WeightArrays.copy(moments.get("m." + parameter.name(), shape), optimizer.firstMoment(i));
            WeightArrays.copy(moments.get("v." + parameter.name(), shape), optimizer.secondMoment(i));
        }
        optimizer.restoreUpdates(saved.updates());
        return saved.state();
    }

    private SavedState readState() throws IOException {
        Path file = latest().resolve(STATE);
        SavedState saved = read(file, SavedState.class, "start the training anew");
        if (saved == null || saved.state() == null || saved.updates() == null || saved.data() == null) {
            throw BadDataException.in(file, "is damaged (something is missing in it): start the training anew.");
        }
        return saved;
    }

    private static void requireSame(List<String> saved, List<LiteratureCollection> data) {
        for (int i = 0; i < data.size(); i++) {
            if (saved.size() != data.size() || !saved.get(i).equals(data.get(i).fingerprint())) {
                throw new BadDataException(data.get(i).folder() + " has changed since the run began to learn from it: "
                        + "resume with the files as they were, or start a new run.");
            }
        }
    }

    public TrainingPlan readPlan() throws IOException {
        if (!Files.isRegularFile(plan())) {
            throw new BadDataException(root + " was not made by training: there is no " + plan()
                    + ". Give the folder of an unfinished run.");
        }
        TrainingPlan read = read(plan(), TrainingPlan.class, "start the training anew");
        if (read == null) {
            throw BadDataException.in(plan(), "is damaged (there is nothing in it): start the training anew.");
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

    /** What {@code state.json} holds: beside the state, how often each weight was updated, and which data it was. */
    @SuppressWarnings("ArrayRecordComponent")
    record SavedState(TrainingState state, long[] updates, List<String> data) {}
}
