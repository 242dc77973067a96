package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved state that cannot be trusted is refused by the name of the file, and left as it is. */
class DamagedCheckpointTest {
    @TempDir
    private Path temporary;

    private TinyRun run;

    @BeforeEach
    void trainALittle() throws IOException {
        Path collection = TinyRun.collection(temporary.resolve("papers"), 20);
        run = new TinyRun(temporary.resolve("run"), collection);
        run.start(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"model.safetensors", "optimizer.safetensors", "state.json", "config.json", "tokenizer.json"})
    void anEmptyFileIsRefused(String name) throws IOException {
        Files.write(run.latest().resolve(name), new byte[0]);
        isRefused(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"model.safetensors", "optimizer.safetensors", "state.json", "config.json", "tokenizer.json"})
    void aFileCutShortIsRefused(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(run.latest().resolve(name));
        Files.write(run.latest().resolve(name), Arrays.copyOf(bytes, bytes.length * 9 / 10));
        isRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "optimizer.safetensors"})
    void aFileCutInItsHeaderIsRefused(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(run.latest().resolve(name));
        Files.write(run.latest().resolve(name), Arrays.copyOf(bytes, 100));
        isRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "optimizer.safetensors", "state.json"})
    void aMissingFileIsRefused(String name) throws IOException {
        Files.delete(run.latest().resolve(name));
        isRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"state\": {}, \"updates\": [], \"data\": []}", "{\"step\": 7}"})
    void aStateThatIsAnotherThingIsRefused(String json) throws IOException {
        Files.writeString(run.latest().resolve("state.json"), json);
        isRefused("state.json");
    }

    @Test
    void theMomentsOfAnotherModelAreRefused() throws IOException {
        Files.copy(
                run.latest().resolve("model.safetensors"),
                run.latest().resolve("optimizer.safetensors"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        isRefused("optimizer.safetensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"version\": ", "[1, 2]"})
    void aPlanThatIsNoneIsRefused(String json) throws IOException {
        Files.writeString(run.files().plan(), json);
        isRefused("plan.json");
    }

    private void isRefused(String name) throws IOException {
        byte[] log = Files.readAllBytes(run.files().plan());
        assertThatThrownBy(() -> run.resume(1)).satisfies(refusal -> {
            assertThat(refusal).isInstanceOfAny(BadDataException.class, IOException.class);
            assertThat(refusal.getMessage()).contains(name).doesNotContain("\n\tat ");
        });
        assertThat(Files.readAllBytes(run.files().plan())).isEqualTo(log);
        assertThat(run.files().isFinished()).isFalse();
    }
}
