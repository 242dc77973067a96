package io.github.scimult.training.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.fixture.RunLogFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogReaderTest {

    @TempDir
    Path model;

    private RunHistory read(List<String> lines) throws IOException {
        return RunLogReader.read(RunLogFixture.write(model, lines));
    }

    @Test
    void everyKindOfLineIsRead() throws IOException {
        RunHistory run = read(RunLogFixture.lines());
        assertThat(run.start().time()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(run.start().collections().getFirst().pairs())
                .isEqualTo(Map.of("classification", 25770L, "link", 9836L));
        assertThat(run.steps()).extracting(TrainingEvent.Step::step).containsExactly(10L, 20L, 30L, 40L);
        assertThat(run.evaluations()).extracting(TrainingEvent.Evaluated::step).containsExactly(0L, 40L);
        assertThat(run.interpolation().orElseThrow().tried()).hasSize(2);
        assertThat(run.examples()).hasSize(2);
        assertThat(run.end().orElseThrow().reason()).isEqualTo("budget used");
    }

    @Test
    void aResumedRunForgetsWhatItDoesAgain() throws IOException {
        RunHistory run = read(RunLogFixture.lines());
        assertThat(run.steps().get(1).loss()).isEqualTo(2.2);
        assertThat(run.outcome()).extracting(DevScore::value).containsExactly(0.212, 0.324);
    }

    @Test
    void aLogTornAtAnyByteIsRead() throws IOException {
        byte[] whole = String.join("\n", RunLogFixture.lines())
                .replace("budget", "büdget")
                .getBytes(StandardCharsets.UTF_8);
        int begin = new String(whole, StandardCharsets.UTF_8).indexOf('\n');
        Path log = RunLogFixture.write(model, List.of());
        for (int length = begin; length < whole.length; length += 13) {
            Files.write(log, Arrays.copyOf(whole, length));
            assertThat(RunLogReader.read(log).start().seed()).isEqualTo(17);
        }
    }

    @Test
    void aRunThatGoesOnAfterItsEndHasNoEnd() throws IOException {
        List<String> lines = new ArrayList<>(RunLogFixture.lines());
        lines.add("{\"event\":\"step\",\"step\":50}");
        assertThat(read(lines).end()).isEmpty();
        assertThat(read(lines).lastStep()).isEqualTo(50);
    }

    @Test
    void whatIsNoLogIsRefused() {
        assertThatThrownBy(() -> RunLogReader.read(model.resolve("run.jsonl")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("there is no such log");
        assertThatThrownBy(() -> read(List.of("hello", "{\"event\":\"step\",\"step\":1}")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("no line tells how the run began");
        assertThatThrownBy(() -> read(List.of("", "{\"event\":\"step\",\"step\":\"one\"}")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("run.jsonl:2: not as a training run writes it");
    }
}
