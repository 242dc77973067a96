package io.github.scimult.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyFileTest {
    /** What {@code numpy.save} writes of {@code [[1, -2.5], [0.1, inf]]}. */
    private static final String DICTIONARY = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";

    private static final String NUMBERS = "0000803f000020c0cdcccc3d0000807f";

    @TempDir
    Path folder;

    @Test
    void vectorsAreReadFromNumpysBytes() throws IOException {
        for (int version = 1; version <= 3; version++) {
            try (NumpyFile file = NumpyFile.open(write(version, DICTIONARY, NUMBERS))) {
                assertThat(file.rows()).isEqualTo(2);
                assertThat(file.columns()).isEqualTo(2);
                assertThat(file.toArray()).isDeepEqualTo(new float[][] {{1, -2.5f}, {0.1f, Float.POSITIVE_INFINITY}});
                assertThatThrownBy(() -> file.row(2)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    @Test
    void theBytesAreThoseThatNumpyWrites() throws IOException {
        Path path = folder.resolve("written.npy");
        try (NumpyWriter writer = NumpyWriter.create(path, 2)) {
            writer.append(new float[] {1, -2.5f});
            writer.append(new float[] {0.1f, Float.POSITIVE_INFINITY});
            assertThatThrownBy(() -> writer.append(new float[3])).hasMessageContaining("3 numbers");
            writer.commit();
        }
        assertThat(path).hasSameBinaryContentAs(write(1, DICTIONARY, NUMBERS));
    }

    @Test
    void anyNumberOfVectorsIsReadBack() throws IOException {
        Path path = folder.resolve("many.npy");
        for (int rows : new int[] {0, 1, 3000}) {
            try (NumpyWriter writer = NumpyWriter.create(path, 500)) {
                for (int row = 0; row < rows; row++) {
                    writer.append(vector(row));
                }
                writer.commit();
            }
            try (NumpyFile file = NumpyFile.open(path)) {
                assertThat(file.rows()).isEqualTo(rows);
                for (int row = 0; row < rows; row += 100) {
                    assertThat(file.row(row)).isEqualTo(vector(row));
                }
            }
        }
    }

    @Test
    void aWriterThatIsNotCommittedLeavesNothingBehind() throws IOException {
        try (NumpyWriter writer = NumpyWriter.create(folder.resolve("none.npy"), 2)) {
            writer.append(new float[2]);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void otherFilesAreRefusedByWhatTheyAre() throws IOException {
        assertRefused(write(1, DICTIONARY.replace("<f4", "<f8"), NUMBERS), "type <f8");
        assertRefused(write(1, DICTIONARY.replace("False", "True"), NUMBERS), "fortran_order True");
        assertRefused(write(1, DICTIONARY.replace("(2, 2)", "(4,)"), NUMBERS), "two dimensions");
        assertRefused(write(1, DICTIONARY.replace("'shape'", "'form'"), NUMBERS), "no readable 'shape'");
        assertRefused(write(1, DICTIONARY.replace("(2, 2)", "(2, 99999999999)"), NUMBERS), "not readable");
        assertRefused(write(1, DICTIONARY.replace("(2, 2)", "(3, 2)"), NUMBERS), "cut short: 144 bytes, expected 152");
        assertRefused(Files.write(folder.resolve("empty.npy"), new byte[0]), "0 bytes");
        assertRefused(Files.writeString(folder.resolve("text.npy"), "1.0 2.0 3.0 4.0"), "does not begin with");
        byte[] start = Arrays.copyOf(Files.readAllBytes(write(1, DICTIONARY, NUMBERS)), 40);
        assertRefused(Files.write(folder.resolve("short.npy"), start), "of which 30 are there");
    }

    private static float[] vector(int row) {
        float[] vector = new float[500];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = row + i / 1000f;
        }
        return vector;
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> NumpyFile.open(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(message);
    }

    private Path write(int version, String dictionary, String numbers) throws IOException {
        String length = version == 1 ? "7600" : "74000000";
        String padded = dictionary + " ".repeat((version == 1 ? 117 : 115) - dictionary.length()) + "\n";
        String head = "934e554d5059" + "0" + version + "00" + length;
        String text = HexFormat.of().formatHex(padded.getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve("numpy.npy"), HexFormat.of().parseHex(head + text + numbers));
    }
}
