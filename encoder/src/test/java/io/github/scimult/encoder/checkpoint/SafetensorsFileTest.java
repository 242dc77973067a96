package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.checkpoint.array.DataType;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @Test
    void everyTypeOfNumberIsReadFromItsBytes() throws IOException {
        String header = """
                {"__metadata__": {"format": "pt"},
                 "d": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]},
                 "f": {"dtype": "F32", "shape": [1, 2], "data_offsets": [8, 16]},
                 "h": {"dtype": "F16", "shape": [2], "data_offsets": [16, 20]},
                 "b": {"dtype": "BF16", "shape": [], "data_offsets": [20, 22]},
                 "i": {"dtype": "I64", "shape": [1], "data_offsets": [22, 30]},
                 "empty": {"dtype": "F32", "shape": [0, 3], "data_offsets": [30, 30]}}""";
        String data = "000000000000f03f" + "0000803f" + "000020c0" + "003c" + "00c4" + "c03f" + "feffffffffffffff";
        SafetensorsFile file = SafetensorsFile.open(file(header, HexFormat.of().parseHex(data)));
        assertThat(file.metadata()).isEqualTo(Map.of("format", "pt"));
        assertThat(file.get("d").toDoubles()).containsExactly(1.0);
        assertThat(file.get("f").toFloats()).containsExactly(1f, -2.5f);
        assertThat(file.get("h").toFloats()).containsExactly(1f, -4f);
        assertThat(file.get("b").toFloats()).containsExactly(1.5f);
        assertThat(file.get("i").toLongs()).containsExactly(-2);
        assertThat(file.get("empty").elements()).isZero();
        assertThatThrownBy(() -> file.get("absent"))
                .hasMessageContaining("absent")
                .hasMessageContaining("file.sa");
        assertThatThrownBy(() -> file.get("i").toFloats()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrittenIsReadBackAndWrittenAgainToTheSameBytes() throws IOException {
        Path first = folder.resolve("first.safetensors");
        WeightArray odd = WeightArray.of(new float[] {1, 2, 3}, 3);
        WeightArray half =
                new WeightArray(DataType.F16, new long[] {1}, odd.bytes().asSlice(0, 2));
        SafetensorsWriter.write(first, Map.of("half", half, "z", odd, "a", odd), Map.of("format", "pt"));
        SafetensorsFile file = SafetensorsFile.open(first);
        assertThat(file.arrays().keySet()).containsExactly("a", "half", "z");
        assertThat(file.get("z").toFloats()).containsExactly(1, 2, 3);
        assertThat(file.get("z").bytes().address() % 4).isZero();
        Path second = folder.resolve("second.safetensors");
        SafetensorsWriter.write(second, file.arrays(), file.metadata());
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void emptyAndShortFilesAreRefused() throws IOException {
        Path good = golden();
        byte[] bytes = Files.readAllBytes(good);
        assertRefused(new byte[0], "empty, 0 bytes");
        assertRefused(Arrays.copyOf(bytes, 7), "cut short: only 7 bytes");
        assertRefused(Arrays.copyOf(bytes, 100), "cut short: its header has");
        assertRefused(Arrays.copyOf(bytes, bytes.length - 1), "cut short: array");
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "1 bytes after the last array");
        assertRefused("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), "web page");
    }

    @Test
    void headersThatDoNotFitAreRefused() {
        assertHeaderRefused("{\"a\": {\"dtype\": \"F32\"", "not readable as JSON");
        assertHeaderRefused("[1, 2]", "no JSON object");
        assertHeaderRefused(array("a", "F32", "[2]", "[0, 8]") + " x", "not readable as JSON");
        assertHeaderRefused(array("a", "F31", "[2]", "[0, 8]"), "type \"F31\"");
        assertHeaderRefused(array("a", "F32", "[3]", "[0, 8]"), "does not fill the 8 bytes");
        assertHeaderRefused(array("a", "F32", "[-2]", "[0, 8]"), "expected a shape");
        assertHeaderRefused(array("a", "F32", "[4611686018427387904, 4]", "[0, 0]"), "does not fill");
        assertHeaderRefused(array("a", "F32", "[2]", "[8, 0]"), "rising order");
        assertHeaderRefused(array("a", "F32", "[2]", "[0, 8, 16]"), "two offsets");
        assertHeaderRefused(array("a", "F32", "[1]", "[4, 8]"), "begins at byte 4");
        assertHeaderRefused(array("a", "F32", "[4]", "[0, 16]"), "ends at byte 16");
        String twice = "{" + inner("a", "F32", "[1]", "[0, 4]") + "," + inner("a", "F32", "[1]", "[4, 8]") + "}";
        assertHeaderRefused(twice, "Duplicate field 'a'");
        String overlapping = "{" + inner("a", "F32", "[2]", "[0, 8]") + "," + inner("b", "F32", "[1]", "[4, 8]") + "}";
        assertHeaderRefused(overlapping, "'b' begins at byte 4");
    }

    private static String array(String name, String type, String shape, String offsets) {
        return "{" + inner(name, type, shape, offsets) + "}";
    }

    private static String inner(String name, String type, String shape, String offsets) {
        return "\"%s\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": %s}".formatted(name, type, shape, offsets);
    }

    private void assertHeaderRefused(String header, String message) {
        assertThatThrownBy(() -> SafetensorsFile.open(file(header, new byte[8])))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("file.safetensors")
                .hasMessageContaining(message);
    }

    private void assertRefused(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("damaged.safetensors"), content);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("damaged.safetensors")
                .hasMessageContaining(message);
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(json.length).put(json).put(data);
        return Files.write(folder.resolve("file.safetensors"), content.array());
    }

    private static Path golden() {
        return Path.of("src/test/resources/golden/tiny-bert/model.safetensors");
    }
}
