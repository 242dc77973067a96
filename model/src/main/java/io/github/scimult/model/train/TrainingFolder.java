package io.github.scimult.model.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.checkpoint.SafetensorsFile;
import io.github.scimult.model.checkpoint.SafetensorsWriter;
import io.github.scimult.model.checkpoint.WeightArray;
import io.github.scimult.model.nn.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder of a run.
 *
 * <pre>
 * config.json model.safetensors tokenizer.json …   the result, in Hugging Face's layout; there when training is over
 * manifest.json                                    configuration, seed, data, version, steps, dev figures of the result
 * training/plan.json                               configuration and collections, to go on from
 * training/latest/                                 a model folder with optimizer.safetensors and state.json
 * training/best/  training/trained/                model folders: best on dev; the end before blending
 * training/run.jsonl                               the log
 * training/cache/                                  token files
 * </pre>
 */
public final class TrainingFolder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String STATE = "state.json";

    private final Path root;

    public TrainingFolder(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** {@code training/}. */
    public Path training() {
        return root.resolve("training");
    }

    Path cache() {
        return training().resolve("cache");
    }

    public Path log() {
        return training().resolve("run.jsonl");
    }

    Path plan() {
        return training().resolve("plan.json");
    }

    Path latest() {
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

    /** Whether the result is there. */
    public boolean isFinished() {
        return Files.isRegularFile(root.resolve("manifest.json"));
    }

    void writeModel(Path folder, Encoder encoder, TextTokenizer tokenizer) throws IOException {
        AtomicFolder.write(
                folder, into -> ModelFolder.write(into, encoder.config(), EncoderWeights.arrays(encoder), tokenizer));
    }

    void writeJson(Path file, Object value) throws IOException {
        AtomicFile.writeText(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + System.lineSeparator());
    }

    /** Saves everything that going on needs, in one folder that appears whole. */
    void save(Encoder encoder, TextTokenizer tokenizer, AdamW optimizer, TrainingState state) throws IOException {
        AtomicFolder.write(latest(), folder -> {
            ModelFolder.write(folder, encoder.config(), EncoderWeights.arrays(encoder), tokenizer);
            SafetensorsWriter.write(folder.resolve(OPTIMIZER), moments(optimizer), Map.of());
            ObjectState saved = new ObjectState(state, optimizer.updates());
            AtomicFile.writeText(folder.resolve(STATE), JSON.writeValueAsString(saved));
        });
    }

    private static SortedMap<String, WeightArray> moments(AdamW optimizer) {
        SortedMap<String, WeightArray> arrays = new TreeMap<>();
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            String name = optimizer.parameters().get(i).name();
            arrays.put("m." + name, EncoderWeights.array(name, optimizer.firstMoment(i)));
            arrays.put("v." + name, EncoderWeights.array(name, optimizer.secondMoment(i)));
        }
        return arrays;
    }

    /** The encoder that was saved last; {@link #restore} brings the rest. */
    PretrainedModel loadLatest() throws IOException {
        AtomicFolder.recover(latest());
        if (!Files.isDirectory(latest())) {
            throw new BadDataException(root + " holds no saved training state (" + latest()
                    + " is not there): it was never trained, or stopped before its first save; start it anew.");
        }
        return ModelFolder.load(latest());
    }

    /** Fills the optimiser with what was saved and tells where the run stood. */
    TrainingState restore(AdamW optimizer) throws IOException {
        SafetensorsFile file = SafetensorsFile.open(latest().resolve(OPTIMIZER));
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            String name = optimizer.parameters().get(i).name();
            EncoderWeights.copy(file.get("m." + name), optimizer.firstMoment(i));
            EncoderWeights.copy(file.get("v." + name), optimizer.secondMoment(i));
        }
        Path stateFile = latest().resolve(STATE);
        try {
            ObjectState saved = JSON.readValue(Files.readAllBytes(stateFile), ObjectState.class);
            optimizer.restoreUpdates(saved.updates());
            return saved.state();
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            throw new BadDataException(
                    stateFile + " is damaged (" + damaged.getOriginalMessage() + "): start the training anew.",
                    damaged);
        }
    }

    JsonNode readPlan() throws IOException {
        if (!Files.isRegularFile(plan())) {
            throw new BadDataException(root + " was not made by training: there is no " + plan()
                    + ". Give the folder of an unfinished run.");
        }
        try {
            return JSON.readTree(Files.readAllBytes(plan()));
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            throw new BadDataException(plan() + " is damaged: " + damaged.getOriginalMessage(), damaged);
        }
    }

    /** What {@code state.json} holds. */
    @SuppressWarnings("ArrayRecordComponent")
    record ObjectState(TrainingState state, long[] updates) {}
}
