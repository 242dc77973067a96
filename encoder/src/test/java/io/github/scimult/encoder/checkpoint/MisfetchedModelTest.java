package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.checkpoint.array.DataType;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model folder with one file that is not what it is meant to be: the file is named, what it is, and what to do. */
class MisfetchedModelTest {
    private static final String WEIGHT = "encoder.layer.1.output.dense.weight";
    private static final String POINTER =
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 437955512\n";

    @TempDir
    private Path folder;

    private Path weights;

    @BeforeEach
    void copyTheTinyBert() throws IOException {
        try (Stream<Path> files = Files.list(Golden.path("tiny-bert"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        weights = folder.resolve("model.safetensors");
    }

    private void refused(Path file, String... parts) {
        assertThatThrownBy(() -> ModelFolder.load(folder).close())
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "config.json", "tokenizer.json", "vocab.txt"})
    void aGitLfsPointer(String name) throws IOException {
        refused(Files.writeString(folder.resolve(name), POINTER), "Git LFS pointer", "437,955,512", "git lfs pull");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "config.json", "tokenizer.json", "vocab.txt"})
    void aWebPage(String name) throws IOException {
        refused(
                Files.writeString(folder.resolve(name), "<!DOCTYPE html>\n<html><body>Sign in</body></html>"),
                "web page",
                "direct link");
    }

    @Test
    void aPickleThatIsAPointerOrAPage() throws IOException {
        Files.delete(weights);
        Path pickled = Files.writeString(folder.resolve("pytorch_model.bin"), POINTER);
        refused(pickled, "Git LFS pointer");
        Files.writeString(pickled, "<html>");
        refused(pickled, "web page");
        Files.writeString(pickled, "{\"error\": \"Invalid credentials\"}");
        refused(pickled, "Invalid credentials");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.00001, 0.0001, 0.01, 0.5, 0.999})
    void aDownloadThatBrokeOff(double share) throws IOException {
        byte[] whole = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(whole, (int) (whole.length * share)));
        refused(weights, share * whole.length < 1 ? "empty" : "cut short", "again");
    }

    @Test
    void aDownloadWhosePlaceWasReservedAndNotFilled() throws IOException {
        Files.write(weights, new byte[100_000]);
        refused(weights, "zeros", "fetch it again");
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
    void aWeightThatIsNotFinite(float value, String shown) throws IOException {
        replace(array -> {
            float[] numbers = array.toFloats();
            numbers[77] = value;
            return WeightArray.of(numbers, array.shape());
        });
        refused(weights, WEIGHT, shown, "position 77", "diverged");
    }

    @Test
    void aWeightThatIsTooLargeForA32BitFloat() throws IOException {
        replace(array -> {
            MemorySegment bytes = MemorySegment.ofArray(new byte[(int) array.elements() * 8]);
            bytes.set(java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED, 40, 1e60);
            return new WeightArray(DataType.F64, array.shape(), bytes);
        });
        refused(weights, WEIGHT, "position 5");
    }

    @Test
    void aWeightOfAnotherShape() throws IOException {
        replace(array -> WeightArray.of(array.toFloats(), array.shape()[1], array.shape()[0]));
        refused(weights, WEIGHT, "F32[64, 32]", "[32, 64]", "not of the same model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I8", "F8_E4M3", "I64", "BOOL"})
    void aQuantisedWeight(DataType type) throws IOException {
        replace(array -> new WeightArray(
                type, array.shape(), MemorySegment.ofArray(new byte[(int) array.elements() * type.bytes()])));
        refused(weights, WEIGHT, type.name(), "fetch the model in F32, F16 or BF16");
    }

    /** The given weight as something else; all others as they are. */
    private void replace(java.util.function.UnaryOperator<WeightArray> change) throws IOException {
        Map<String, WeightArray> arrays =
                new TreeMap<>(SafetensorsFile.open(weights).arrays());
        String name = arrays.keySet().stream()
                .filter(stored -> stored.endsWith(WEIGHT) && !stored.contains("attention.output"))
                .findFirst()
                .orElseThrow();
        arrays.put(name, change.apply(arrays.get(name)));
        SafetensorsWriter.write(weights, arrays, Map.of());
    }
}
