package io.github.scimult.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts survive kills at any byte, many threads, and odd texts; what is no verdict is refused with its line. */
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

    private Path path() {
        return folder.resolve("feedback.jsonl");
    }

    @Test
    void aKillAtAnyByteOfAVerdictLosesThatOneAlone() throws IOException {
        file.add(FIRST);
        int whole = (int) Files.size(path());
        file.add(SECOND);
        byte[] both = Files.readAllBytes(path());
        for (int cut = whole; cut < both.length; cut++) {
            Files.write(path(), Arrays.copyOf(both, cut));
            assertThat(file.verdicts()).as("cut after %d bytes", cut).containsExactly(FIRST);
        }
        file.add(SECOND);
        assertThat(file.verdicts()).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\"quoted\"", "tab\there", "\\", "{\"json\": 1}", "a\u2028b"})
    void anyTextIsReadBackAsItWasSaid(String text) throws IOException {
        Verdict verdict = new Verdict(Task.SEARCH, text, text, true);
        file.add(verdict);
        file.add(FIRST);
        assertThat(file.verdicts()).containsExactly(verdict, FIRST);
        assertThat(Files.readAllLines(path())).hasSize(2);
    }

    @Test
    void verdictsOfManyThreadsAreAllThere() throws Exception {
        List<Callable<Void>> calls = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            Verdict verdict = new Verdict(Task.SEARCH, "query " + number, "1", true);
            calls.add(() -> {
                file.add(verdict);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Void> done : threads.invokeAll(calls)) {
                done.get();
            }
        }
        assertThat(file.verdicts()).hasSize(60);
    }

    @Test
    void aVerdictOnAnotherTaskIsAnotherVerdict() throws IOException {
        Verdict tag = new Verdict(Task.CLASSIFICATION, "p1", "p2 😀", true);
        file.add(SECOND);
        file.add(tag);
        file.add(new Verdict(Task.LINK, "p1", "p2 😀", true));
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
        file.add(FIRST);
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
