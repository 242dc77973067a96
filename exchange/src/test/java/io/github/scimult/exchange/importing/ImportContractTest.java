package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps. */
class ImportContractTest {
    private ImportFolders folders;

    @BeforeEach
    void folders(@TempDir Path root) {
        folders = new ImportFolders(root);
    }

    @Test
    void everyFormatIsHeldToIt() {
        assertThat(ImportFormats.all().stream().map(ImportFormat::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FormatSample.all().map(FormatSample::format), Stream.of("collection"))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void papersComeOutAsTheyWentIn(FormatSample sample) throws IOException {
        folders.imported(sample.format(), sample.write(folders, sample.good()));
        assertTitles("First Ü", "LONG");
        assertThat(folders.out().resolve(ImportReport.FILE_NAME)).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void aBadRecordIsNamedWithItsLineAndCostsNoOther(FormatSample sample) throws IOException {
        Path in = sample.write(folders, sample.withBad());
        String report = folders.imported(sample.format(), in, ImportFolders.SKIPPING);

        assertTitles("First Ü", "LONG");
        assertThat(report)
                .contains("1 left out")
                .contains(Path.of(sample.file()).getFileName() + ":" + sample.badLine() + ":");
        assertThat(Files.readString(folders.out().resolve(ImportReport.FILE_NAME)))
                .contains(sample.file() + ":" + sample.badLine());
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void aBadRecordRefusesTheImportIfThatIsAskedFor(FormatSample sample) throws IOException {
        Path in = sample.write(folders, sample.withBad());
        assertThatThrownBy(() -> folders.imported(sample.format(), in, ImportOptions.DEFAULTS.skippingBad(false)))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(":" + sample.badLine() + ":");
        assertNothingLeft();
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void anEmptyFileIsRefusedInWords(FormatSample sample) throws IOException {
        Path in = sample.write(folders, "");
        assertThatThrownBy(() -> folders.imported(sample.format(), in, ImportFolders.SKIPPING))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(folders.root().toString());
        assertNothingLeft();
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void aByteOrderMarkAndLineEndsOfWindowsChangeNothing(FormatSample sample) throws IOException {
        folders.imported(
                sample.format(), sample.write(folders, "\uFEFF" + sample.good().replace("\n", "\r\n")));
        assertTitles("First Ü", "LONG");
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void filesPackedByGzipAreReadWhateverTheirName(FormatSample sample) throws IOException {
        sample.write(folders, sample.good());
        Path file = folders.root().resolve("in").resolve(sample.file());
        byte[] plain = Files.readAllBytes(file);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(plain);
        }
        folders.imported(sample.format(), folders.root().resolve("in").resolve(sample.in()));
        assertTitles("First Ü", "LONG");

        byte[] packed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(packed, packed.length - 12));
        AtomicFolder.delete(folders.out());
        assertThatThrownBy(() -> folders.imported(
                        sample.format(), folders.root().resolve("in").resolve(sample.in()), ImportFolders.SKIPPING))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("damaged or cut off");
        assertNothingLeft();
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void aRecordOfAMegabyteIsOneLikeOthers(FormatSample sample) throws IOException {
        String title = "word ".repeat(200_000).strip();
        folders.imported(sample.format(), sample.write(folders, sample.good().replace("LONG", title)));
        assertTitles("First Ü", title);
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void importingTwiceGivesTheSameBytes(FormatSample sample) throws IOException {
        Path in = sample.write(folders, sample.good());
        folders.imported(sample.format(), in);
        byte[] first = Files.readAllBytes(folders.out().resolve("corpus.jsonl"));
        AtomicFolder.delete(folders.out());
        folders.imported(sample.format(), in);
        assertThat(folders.out().resolve("corpus.jsonl")).hasBinaryContent(first);
    }

    @ParameterizedTest
    @MethodSource("io.github.scimult.exchange.importing.FormatSample#all")
    void bytesThatAreNoTextAreRefusedOrRemarkedOn(FormatSample sample) throws IOException {
        sample.write(folders, sample.good());
        Path file = folders.root().resolve("in").resolve(sample.file());
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
        Path in = folders.root().resolve("in").resolve(sample.in());
        String said;
        try {
            said = folders.imported(sample.format(), in, ImportFolders.SKIPPING);
        } catch (BadDataException refused) {
            said = refused.getMessage();
        }
        assertThat(said).containsAnyOf("not UTF-8", "not of the file's encoding");
    }

    private void assertTitles(String... titles) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            List<String> found = new ArrayList<>();
            for (int row = 0; row < collection.papers().size(); row++) {
                found.add(collection.papers().get(row).title());
            }
            assertThat(found).containsExactly(titles);
        }
    }

    private void assertNothingLeft() throws IOException {
        try (var left = Files.list(folders.root())) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("in");
        }
    }
}
