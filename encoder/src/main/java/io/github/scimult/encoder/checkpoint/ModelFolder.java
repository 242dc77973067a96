package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.json.JsonFile;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as a folder in Hugging Face's layout: {@code config.json}, {@code model.safetensors} or {@code pytorch_model.bin} (or
 * several, with an index), the tokenizer's files, and sentence-transformers' {@code modules.json} with what belongs to it.
 */
public final class ModelFolder {
    /** The file that says to people what a model is. */
    public static final String CARD = "README.md";

    private static final String CONFIGURATION = "config.json";
    private static final String WEIGHTS = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String PICKLED = "pytorch_model.bin";
    private static final String PICKLED_INDEX = "pytorch_model.bin.index.json";

    private ModelFolder() {}

    /**
     * Reads a model of one of the {@link io.github.scimult.encoder.nn.Architectures}; the weights stay mapped from the file.
     *
     * @throws BadDataException if something is damaged, missing or not supported; names the file
     * @throws IOException if a file cannot be read
     */
    public static PretrainedModel load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such model folder");
        }
        SentenceTransformersFolder steps = SentenceTransformersFolder.read(folder);
        Path transformer = steps.transformer();
        JsonFile configuration = JsonFile.read(transformer.resolve(CONFIGURATION));
        if (!configuration.isThere()) {
            throw BadDataException.in(configuration.path(), "there is no such file: not a model folder");
        }
        EncoderConfig own = HuggingFaceConfig.parse(configuration, steps.head());
        EncoderConfig config = own.withPrompts(steps.prompts().orElse(own.prompts()));
        WeightMap weights = weights(transformer, config);
        TextTokenizer tokenizer = TextTokenizer.load(transformer);
        if (tokenizer.vocabularySize() > config.architecture().tables().vocabularySize()) {
            tokenizer.close();
            throw BadDataException.in(
                    configuration.path(),
                    "'vocab_size' is " + config.architecture().tables().vocabularySize()
                            + ", but the tokenizer beside it has " + tokenizer.vocabularySize() + " tokens");
        }
        return new PretrainedModel(
                config,
                weights,
                tokenizer,
                folder.toAbsolutePath().normalize().getFileName().toString());
    }

    private static WeightMap weights(Path folder, EncoderConfig config) throws IOException {
        Path single = folder.resolve(WEIGHTS);
        Path pickled = folder.resolve(PICKLED);
        if (Files.exists(single)) {
            return StoredWeights.select(SafetensorsFile.open(single).arrays(), config, single.toString());
        }
        for (String name : List.of(INDEX, PICKLED_INDEX)) {
            JsonFile index = JsonFile.read(folder.resolve(name));
            if (index.isThere()) {
                return StoredWeights.select(shards(index), config, index.path().toString());
            }
        }
        if (Files.exists(pickled)) {
            return StoredWeights.select(StateDictionary.read(pickled).arrays(), config, pickled.toString());
        }
        throw BadDataException.in(
                single, "there is no such file, nor " + INDEX + ", nor " + PICKLED + ": not a model folder");
    }

    private static Map<String, WeightArray> shards(JsonFile index) throws IOException {
        Map<String, Map<String, WeightArray>> files = new HashMap<>();
        Map<String, WeightArray> arrays = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : index.root().path("weight_map").properties()) {
            String name = entry.getValue().asText();
            Path file = index.path().resolveSibling(name);
            if (!file.getFileName().toString().equals(name) || !Files.exists(file)) {
                throw BadDataException.in(
                        index.path(), "names the file '" + name + "', which is not beside it; fetch or copy it");
            }
            if (!files.containsKey(name)) {
                files.put(name, arrays(file));
            }
            WeightArray array = files.get(name).get(entry.getKey());
            if (array == null) {
                throw BadDataException.in(file, "there is no array '" + entry.getKey() + "' in it, as the index says");
            }
            arrays.put(entry.getKey(), array);
        }
        return arrays;
    }

    private static Map<String, WeightArray> arrays(Path file) throws IOException {
        return file.getFileName().toString().endsWith(".safetensors")
                ? SafetensorsFile.open(file).arrays()
                : StateDictionary.read(file).arrays();
    }

    /**
     * Writes a model into a folder that is there. Each file appears whole; to make the folder appear whole is the caller's
     * part. Hugging Face's libraries and sentence-transformers open it, unless it has experts or instructions.
     *
     * @param weights all weights by name, in the layout of {@link WeightMap}
     * @throws BadDataException if a weight is missing, has another shape or no place in the configuration
     */
    public static void write(
            Path folder, EncoderConfig config, Map<String, WeightArray> weights, TextTokenizer tokenizer)
            throws IOException {
        WeightMap checked = StoredWeights.select(weights, config, "the model to be written to " + folder);
        SafetensorsWriter.write(folder.resolve(WEIGHTS), checked.arrays(), Map.of("format", "pt"));
        JsonFile.write(folder.resolve(CONFIGURATION), HuggingFaceConfig.write(config));
        tokenizer.save(folder, config.maxLength());
        if (config.isPlain()) {
            SentenceTransformersFolder.write(folder, config);
        }
    }
}
