package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files as people save them, packed files by their names, and digests. */
class Utf8FileTest {
    @TempDir
    private Path folder;

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFFkey\uFEFF\n");
        assertThat(Utf8File.read(file)).isEqualTo("key\uFEFF\n");
        assertThat(Utf8File.read(Files.writeString(folder.resolve("b.txt"), "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "windows-1252"})
    void anotherEncodingIsRefusedByTheFilesName(String encoding) throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), "Größe ÿ".getBytes(Charset.forName(encoding)));
        assertThatThrownBy(() -> Utf8File.read(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("a.txt", "not UTF-8", "save it as UTF-8");
    }

    @Test
    void aLastLineWithoutAnEndIsPassedOverEvenIfItsLastCharacterIsHalf() throws IOException {
        byte[] whole = "größe\nzwei ü".getBytes(StandardCharsets.UTF_8);
        for (int cut = whole.length; cut > 7; cut--) {
            Path file = Files.write(folder.resolve("a.txt"), Arrays.copyOf(whole, cut));
            assertThat(Utf8File.wholeLines(file)).containsExactly("größe");
        }
        assertThat(Utf8File.wholeLines(Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0xC3})))
                .isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsMissedByItsName() {
        assertThatThrownBy(() -> Utf8File.read(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none");
    }

    @ParameterizedTest
    @CsvSource({
        "corpus.jsonl, NONE",
        "corpus.jsonl.gz, GZIP",
        "corpus.jsonl.zst, ZSTANDARD",
        "gz, NONE",
        ".gz, GZIP",
        "a.GZ, NONE",
        "a.gz.txt, NONE"
    })
    void howAFileIsPackedIsSaidByItsEnd(String name, Compression compression) {
        assertThat(Compression.of(name)).isEqualTo(compression);
    }

    @Test
    void aFileIsFoundPackedOrNotAndTwiceIsTooOften() throws IOException {
        Path plain = folder.resolve("corpus.jsonl");
        assertThat(Compression.find(plain)).isEmpty();
        Path packed = Files.writeString(folder.resolve("corpus.jsonl.gz"), "x");
        assertThat(Compression.find(plain)).hasValue(packed);
        Files.writeString(plain, "x");
        assertThatThrownBy(() -> Compression.find(plain))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("corpus.jsonl.gz", "Remove one of them");
    }

    @Test
    void aFolderOfTheNameIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("corpus.jsonl"));
        assertThat(Compression.find(folder.resolve("corpus.jsonl"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    })
    void digestsAreThoseOfTheStandard(String text, String digest) {
        assertThat(Sha256.hex(text)).isEqualTo(digest);
        assertThat(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
    }
}
