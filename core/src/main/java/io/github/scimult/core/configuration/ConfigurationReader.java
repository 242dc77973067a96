package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a configuration: nested records whose compact constructors say what is allowed.
 *
 * <p>Reading starts from a record of defaults. What the YAML file names is replaced, then what the overrides name; every
 * record touched is made anew by its canonical constructor, once, so that it judges the final values together. An
 * unknown name is an error that tells the nearest known one, since a misspelt setting that is silently left out costs
 * a whole training run.
 *
 * <pre>{@code
 * record Optimizer(double rate, int warmupSteps) { … }
 * record Training(int seed, Optimizer optimizer, Map<String, Double> weights) { … }
 *
 * Training training = ConfigurationReader.read(
 *         new Training(1, new Optimizer(3e-5, 100), Map.of()), Path.of("train.yaml"), List.of("optimizer.rate=1e-4"));
 * }</pre>
 *
 * <p>A component is one of these:
 *
 * <ul>
 *   <li>{@code int}, {@code long}, {@code float}, {@code double}, {@code boolean} (or boxed: then {@code null} is
 *       allowed), {@code String}, {@link Path} (taken as it stands; a relative one is relative to the working folder);
 *   <li>an enum; {@code IN_BATCH} is written {@code in-batch}, case does not count;
 *   <li>a record: what is not named keeps its default;
 *   <li>{@code List<T>}: replaced as a whole;
 *   <li>{@code Map<String, T>}: entries are added or replaced, and an entry of {@code null} is taken out;
 *   <li>{@code Optional<T>}: {@code null} is empty.
 * </ul>
 *
 * <p>A record that stands in a list or is new in a map has no default to start from; its constructor without parameters
 * gives one, and where there is none, every component must be named but lists, maps, optionals and such records. Names are the
 * components' own, in one spelling.
 */
public final class ConfigurationReader {

    private ConfigurationReader() {}

    /**
     * Reads a file and overrides.
     *
     * @param defaults what holds where nothing is named
     * @param file a YAML file, or null for none; an empty one changes nothing
     * @param overrides {@code path=value} each, the value in YAML ({@code tasks=[link, search]}); a later one wins
     * @throws BadDataException if the file is missing, is not YAML, or has an unknown name or a value that is refused;
     *     names file, line and path
     * @throws IllegalArgumentException if an override does; begins with {@code --set} and the override
     */
    public static <R extends Record> R read(R defaults, Path file, List<String> overrides) throws IOException {
        return file == null ? with(defaults, overrides) : bind(defaults, overlaid(parse(file), overrides), false);
    }

    /**
     * Overrides alone.
     *
     * @param overrides as of {@link #read}
     * @throws IllegalArgumentException if one has an unknown name or a value that is refused; begins with {@code --set} and the
     *     override
     */
    public static <R extends Record> R with(R defaults, List<String> overrides) {
        Given nothing = new Given(NullNode.getInstance(), Origin.document("the defaults"));
        return bind(defaults, overlaid(nothing, overrides), false);
    }

    private static Given overlaid(Given given, List<String> overrides) {
        Given result = given;
        for (String override : overrides) {
            result = result.overlaid(parse(override));
        }
        return result;
    }

    /**
     * Reads back what {@link ConfigurationWriter#toJsonNode} wrote. Maps are exactly as written; what is missing (a
     * setting younger than the document) keeps its default.
     *
     * @param name where the document stands, for messages, such as {@code model/manifest.json}
     * @throws BadDataException if it has an unknown name or a value that is refused
     */
    public static <R extends Record> R readBack(R defaults, JsonNode written, String name) {
        return bind(defaults, new Given(written, Origin.document(name)), true);
    }

    private static <R extends Record> R bind(R defaults, Given given, boolean mapsReplaced) {
        @SuppressWarnings("unchecked") // a record's own class
        Class<R> type = (Class<R>) defaults.getClass();
        return new RecordBinder(Wording.OF_SETTINGS, mapsReplaced)
                .bind(type, ConfigurationWriter.toJsonNode(defaults), given);
    }

    private static Given parse(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            String yaml = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return YamlReader.read(yaml, "", line -> Origin.line(file, line));
        } catch (NoSuchFileException e) {
            throw new BadDataException(file + ": there is no such configuration file.", e);
        } catch (CharacterCodingException e) {
            throw new BadDataException(file + ": the configuration file is not UTF-8 text: save it as UTF-8.", e);
        }
    }

    /** {@code path=value} as groups of one entry each, around the value. */
    private static Given parse(String override) {
        Origin origin = Origin.override(override);
        int equals = override.indexOf('=');
        List<String> names = Arrays.stream(
                        override.substring(0, Math.max(equals, 0)).split("\\.", -1))
                .map(String::strip)
                .toList();
        if (names.contains("")) {
            throw origin.refuse(
                    "expected the path of a setting, an equals sign and the value, such as optimizer.rate=3e-5.");
        }
        String path = String.join(".", names);
        Given value = YamlReader.read(override.substring(equals + 1), path, line -> origin);
        JsonNode tree = value.tree();
        for (String name : names.reversed()) {
            tree = JsonNodeFactory.instance.objectNode().set(name, tree);
        }
        for (int i = 1; i < names.size(); i++) {
            value.origins().put(String.join(".", names.subList(0, i)), origin);
        }
        return new Given(tree, value.origins());
    }
}
