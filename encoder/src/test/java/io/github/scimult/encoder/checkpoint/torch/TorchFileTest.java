package io.github.scimult.encoder.checkpoint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles byte by byte: what they make, and that a damaged or hostile one does no harm. */
class TorchFileTest {
    @TempDir
    private Path folder;

    /** The value of a pickle; each {@code \\xNN} of the text is a byte. */
    private static Object read(String pickle) {
        return Unpickler.read(MemorySegment.ofArray(bytes(pickle)), 0).value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refused(String pickle, String said) {
        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(RefusedPickleException.class)
                .hasMessageContaining(said);
    }

    /** As torch's newer layout: a zip of stored entries. */
    private Path zip(String pickle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] content = bytes(pickle);
            ZipEntry entry = new ZipEntry("model/data.pkl");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return Files.write(folder.resolve("model.ckpt"), bytes.toByteArray());
    }

    @Test
    void plainValuesAreRead() {
        assertThat(read("N.")).isNull();
        assertThat(read("\u0088.")).isEqualTo(true);
        assertThat(read("\u0089.")).isEqualTo(false);
        assertThat(read("K\u00ff.")).isEqualTo(255L);
        assertThat(read("M\u0001\u0002.")).isEqualTo(513L);
        assertThat(read("J\u00fe\u00ff\u00ff\u00ff.")).isEqualTo(-2L);
        assertThat(read("G\u003f\u00f8\0\0\0\0\0\0.")).isEqualTo(1.5);
        assertThat(read("X\u0002\0\0\0ab.")).isEqualTo("ab");
        assertThat(read("\u008c\u0002ab.")).isEqualTo("ab");
    }

    @Test
    void longNumbersAreOfAnyLength() {
        assertThat(read("\u008a\0.")).isEqualTo(0L);
        assertThat(read("\u008a\u0001\u00ff.")).isEqualTo(-1L);
        assertThat(read("\u008a\u0002\u00ff\0.")).isEqualTo(255L);
        assertThat(read("\u008a\u0009\0\0\0\0\0\0\0\0\u0001.")).isEqualTo(BigInteger.ONE.shiftLeft(64));
    }

    @Test
    void listsTuplesAndDictionariesAreRead() {
        assertThat(read("].")).isEqualTo(List.of());
        assertThat(read("](K\u0001K\u0002e.")).isEqualTo(List.of(1L, 2L));
        assertThat(read("]K\u0005a.")).isEqualTo(List.of(5L));
        assertThat(read("K\u0001K\u0002\u0086.")).isEqualTo(List.of(1L, 2L));
        assertThat(read("(K\u0001K\u0002K\u0003t.")).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(read("}\u008c\u0001aK\u0001s.")).isEqualTo(Map.of("a", 1L));
        assertThat(read("}(\u008c\u0001aK\u0001\u008c\u0001bK\u0002u.")).isEqualTo(Map.of("a", 1L, "b", 2L));
    }

    @Test
    void whatIsRememberedIsTheSameValueAgain() {
        assertThat(read("K\u0007q\u0001h\u0001\u0086.")).isEqualTo(List.of(7L, 7L));
        assertThat(read("K\u0007\u0094h\0\u0086.")).isEqualTo(List.of(7L, 7L));
        assertThat(read("K\u0001K\u00020.")).isEqualTo(1L);
        assertThat(read("K\u00012\u0086.")).isEqualTo(List.of(1L, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "K", "a.", "Na.", "e.", "N(K.", "NNNs.", "h.", "1.", "R.", "NNR.", "NQ.", "}(K\u0001u."})
    void aDamagedPickleIsRefusedInWords(String pickle) {
        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(RefusedPickleException.class)
                .hasMessageMatching(".{10,}");
    }

    @Test
    void anUnknownInstructionIsNamedWithItsPlace() {
        refused("NZ.", "instruction 0x5a at byte 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"os\nsystem", "builtins\neval", "posix\nsystem", "subprocess\nPopen", "torch\nload"})
    void whatWouldBeCalledIsNamedAndNotCalled(String function) {
        refused("c" + function + "\n\u008c\u0002ls\u0085R.", function.replace('\n', '.'));
    }

    @Test
    void aTextThatClaimsToBeLongerThanTheFileIsRefused() {
        refused("X\u00ff\u00ff\u00ff\u007fab.", "");
        refused("\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007fab.", "");
        refused("B\u00ff\u00ff\u00ff\u00ffab.", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]q\u0001h\u0001a.",
                "}q\u0001\u008c\u0001ah\u0001s.",
                "]q\u0001]q\u0002h\u0001a0h\u0001h\u0002a."
            })
    void aValueThatHoldsItselfIsNotFollowedForEver(String pickle) throws IOException {
        assertThat(TorchFile.open(zip(pickle)).root()).isNotNull();
    }

    @Test
    void aValueNestedAHundredThousandTimesDoesNoHarm() throws IOException {
        Path file = zip("]".repeat(100_000) + "a".repeat(99_999) + ".");
        assertThatThrownBy(() -> TorchFile.open(file)).isInstanceOf(BadDataException.class);
    }

    @Test
    void aDictionaryThatIsItsOwnKeyIsRefused() throws IOException {
        Path file = zip("}]q\u0001h\u0001ah\u0001s.");
        assertThatThrownBy(() -> TorchFile.open(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("model.ckpt", "without end");
    }

    @Test
    void aZipOfAnotherProgramAndAnEmptyFileAreRefused() throws IOException {
        Path empty = Files.write(folder.resolve("empty.ckpt"), new byte[0]);
        assertThatThrownBy(() -> TorchFile.open(empty)).hasMessageContainingAll("empty.ckpt", "0 bytes");
        Path text = Files.writeString(folder.resolve("page.ckpt"), "<!doctype html><p>Not found</p>");
        assertThatThrownBy(() -> TorchFile.open(text))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("page.ckpt");
        assertThatThrownBy(() -> TorchFile.open(folder.resolve("nowhere.ckpt")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aZipCutShortAnywhereIsRefusedInWords() throws IOException {
        byte[] whole = Files.readAllBytes(zip("}\u008c\u0001aK\u0001s."));
        for (int length = 1; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.ckpt"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TorchFile.open(cut))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("cut.ckpt");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyBytesAreReadOrRefusedInWords(long seed) {
        Random random = new Random(seed);
        String instructions = "N\u0088KMJX](a)et\u0085}suqhc\u0093Rb0.2QG1r";
        for (int round = 0; round < 3_000; round++) {
            byte[] pickle = new byte[1 + random.nextInt(30)];
            for (int i = 0; i < pickle.length; i++) {
                pickle[i] = (byte)
                        (random.nextInt(3) == 0
                                ? random.nextInt(256)
                                : instructions.charAt(random.nextInt(instructions.length())));
            }
            try {
                Unpickler.read(MemorySegment.ofArray(pickle), 0);
            } catch (RefusedPickleException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (StackOverflowError endless) {
                assertThat(round).as("is refused where files are opened").isNotNegative();
            }
        }
    }
}
