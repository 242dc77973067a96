package io.github.scimult.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts of earlier versions are read as they were said; what is no verdict is refused with its line. */
class FeedbackFileTest {
    private static final Verdict FIRST = new Verdict(Task.SEARCH, "größe 数据", "1", true);
    private static final Verdict SECOND = new Verdict(Task.LINK, "p1", "p2 😀", false);

    @TempDir
    private Path folder;

    private FeedbackFile file;

    @BeforeEach
    void choose() {
        file = new FeedbackFile(folder);
    }

    private void add(Verdict verdict) throws IOException {
        String line = Json.line(VerdictFormat.write(verdict)) + "\n";
        Files.writeString(path(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path path() {
        return folder.resolve("feedback.jsonl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\"quoted\"", "tab\there", "\\", "{\"json\": 1}", "a\u2028b"})
    void anyTextIsReadBackAsItWasSaid(String text) throws IOException {
        Verdict verdict = new Verdict(Task.SEARCH, text, text, true);
        add(verdict);
        add(FIRST);
        assertThat(file.verdicts()).containsExactly(verdict, FIRST);
        assertThat(Files.readAllLines(path())).hasSize(2);
    }

    @Test
    void aVerdictOnAnotherTaskIsAnotherVerdict() throws IOException {
        Verdict tag = new Verdict(Task.CLASSIFICATION, "p1", "p2 😀", true);
        add(SECOND);
        add(tag);
        add(new Verdict(Task.LINK, "p1", "p2 😀", true));
        assertThat(file.verdicts()).containsExactly(new Verdict(Task.LINK, "p1", "p2 😀", true), tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|line 2",
                "{\"task\": \"search\", \"query\": \"x\", \"answer\": \"1\"}|useful",
                "{\"task\": \"serach\", \"query\": \"x\", \"answer\": \"1\", \"useful\": true}|serach",
                "{\"task\": \"search\", \"query\": \"\", \"answer\": \"1\", \"useful\": true}|what was asked",
                "{\"task\": \"search\", \"query\": \"x\", \"useful\": true}|what was answered"
            })
    void aLineThatIsNoVerdictIsRefusedWithItsNumber(String line, String said) throws IOException {
        add(FIRST);
        Files.writeString(path(), line + "\n", StandardOpenOption.APPEND);
        assertThatThrownBy(file::verdicts)
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("feedback.jsonl", "line 2", said);
    }

    @Test
    void aFileInAnotherEncodingIsRefusedByItsName() throws IOException {
        Files.write(path(), "{\"query\": \"größe\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(file::verdicts).hasMessageContainingAll("feedback.jsonl", "UTF-8");
    }

    @Test
    void aVerdictOnNothingIsRefused() {
        assertThatThrownBy(() -> new Verdict(Task.SEARCH, " ", "1", true)).hasMessageContaining("what was asked");
        assertThatThrownBy(() -> new Verdict(Task.SEARCH, "x", "", true)).hasMessageContaining("what was answered");
        assertThat(FIRST.isOnPaper()).isFalse();
        assertThat(SECOND.isOnPaper()).isTrue();
    }
}
