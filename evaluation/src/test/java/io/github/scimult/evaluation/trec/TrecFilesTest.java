package io.github.scimult.evaluation.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecFilesTest {
    @TempDir
    Path folder;

    @Test
    void aWrittenRunReadsBackBitForBit() throws IOException {
        List<ScoredDocument> documents = List.of(
                new ScoredDocument("d/3", 1.0000001f),
                new ScoredDocument("ü", 1e-40f),
                new ScoredDocument("d1", -3.25f));
        Path file = folder.resolve("a.run");
        try (TrecRunWriter writer = new TrecRunWriter(file, "some system")) {
            writer.write("q1", documents);
            assertThat(file).doesNotExist();
            writer.commit();
        }

        assertThat(TrecRun.read(file).rankings()).isEqualTo(Map.of("q1", documents));
        assertThat(Files.readString(file)).startsWith("q1 Q0 d/3 1 1.0000001 some%20system\n");
    }

    @Test
    void writtenJudgementsReadBack() throws IOException {
        TrecQrels qrels = new TrecQrels(Map.of("q1", Map.of("a", 2, "b", -1), "q2", Map.of("a", 0)));
        Path file = folder.resolve("a.qrels");
        qrels.write(file);

        assertThat(TrecQrels.read(file)).isEqualTo(qrels);
    }

    @Test
    void tabsSpacesAndBlankLinesSeparateAsInTrecEval() throws IOException {
        Path file = write("q1\t0 \t d1  1\r\n\n  q1 0 d\u00a02 0\n");

        assertThat(TrecQrels.read(file).grades()).isEqualTo(Map.of("q1", Map.of("d1", 1, "d\u00a02", 0)));
    }

    @Test
    void badLinesAreRefusedWithFileAndLine() throws IOException {
        assertRefused(() -> TrecQrels.read(write("q1 0 d1 1\nq1 0 d2\n")), ":2:", "expected 4 fields", "found 3");
        assertRefused(() -> TrecQrels.read(write("q1 0 d1 1.5\n")), ":1:", "'1.5' is no whole number");
        assertRefused(() -> TrecQrels.read(write("q1 0 d1 1\nq1 0 d1 0\n")), ":2:", "'d1' is judged a second time");
        assertRefused(() -> TrecRun.read(write("q1 Q0 d1 1 high x\n")), ":1:", "'high' is no number");
        assertRefused(() -> TrecRun.read(write("q1 Q0 d1 1 NaN x\n")), ":1:", "'NaN' is no number");
        assertRefused(
                () -> TrecRun.read(write("q1 Q0 d1 1 2 x\nq1 Q0 d1 2 1 x\n")),
                ":2:",
                "'d1' is retrieved a second time");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = folder.resolve("latin1");
        Files.write(file, "q1 0 d\u00e9 1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(() -> TrecQrels.read(file), "not UTF-8");
    }

    @Test
    void idsAreOrderedByTheirUtf8Bytes() {
        String[] ids = {"\uffee", "\ud83d\ude00", "a", "", "ab", "\u00e9"};

        int[] places = Utf8Order.descendingPlaces(ids);

        assertThat(places).containsExactly(1, 0, 4, 5, 3, 2); // the emoji stands above U+FFEE
    }

    private Path write(String content) throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, content);
        return file;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(BadDataException.class).hasMessageContainingAll(parts);
    }
}
