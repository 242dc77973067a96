package io.github.scimult.training.store;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that resuming a run needs, in one folder that appears whole: a model folder with {@code optimizer.safetensors} (both
 * moments) and {@code state.json}.
 *
 * @param folder need not be there
 */
public record Checkpoint(Path folder) {
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String STATE = "state.json";
    private static final String ADVICE = "start the training anew";

    /** What {@code state.json} holds. @param updates how often each parameter was updated */
    @SuppressWarnings("ArrayRecordComponent")
    record Saved(TrainingState state, long[] updates, RunInputs inputs) {}

    /** Whether one was saved. */
    public boolean exists() throws IOException {
        AtomicFolder.recover(folder);
        return Files.isDirectory(folder);
    }

    /** Saves a run's state, in place of the one before. */
    public void save(
            EncoderWeights encoder, TextTokenizer tokenizer, AdamW optimizer, TrainingState state, RunInputs inputs)
            throws IOException {
        AtomicFolder.write(folder, into -> {
            ModelFolder.write(into, encoder.config(), WeightArrays.of(encoder), tokenizer);
            SafetensorsWriter.write(into.resolve(OPTIMIZER), moments(optimizer), Map.of());
            AtomicFile.writeText(into.resolve(STATE), Json.line(new Saved(state, optimizer.updates(), inputs)));
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

    /** The encoder that was saved; {@link #restore} brings the rest. */
    public PretrainedModel model() throws IOException {
        return ModelFolder.load(folder);
    }

    /**
     * Fills the optimiser with what was saved, and returns where the run stood.
     *
     * @param inputs what the run would learn from now
     * @throws BadDataException if a file is damaged, or the inputs are no longer those that the run began with
     */
    public TrainingState restore(AdamW optimizer, RunInputs inputs, TrainingPlan plan) throws IOException {
        Saved saved = read();
        saved.inputs().requireSame(inputs, plan);
        Path file = folder.resolve(OPTIMIZER);
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

    private Saved read() throws IOException {
        Path file = folder.resolve(STATE);
        Saved saved = RunStore.read(file, Saved.class, ADVICE);
        if (saved == null || saved.state() == null || saved.updates() == null || saved.inputs() == null) {
            throw BadDataException.in(file, "is damaged (something is missing in it): " + ADVICE + ".");
        }
        return saved;
    }
}
