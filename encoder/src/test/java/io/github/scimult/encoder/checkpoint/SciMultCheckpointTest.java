package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints as the release and DPR's trainer write them, against what the release computes with them. */
class SciMultCheckpointTest {
    private static final Path BASE = Golden.path("tiny-bert");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "release-attention-experts, model.zip.ckpt",
        "release-attention-experts, model.legacy.ckpt",
        "release-ffn-experts, model.zip.ckpt",
        "release-ffn-experts, model.legacy.ckpt"
    })
    void bothLayoutsGiveTheWeightsBitForBitAndEachExpertsVectors(String model, String file) throws IOException {
        try (PointerScope scope = new PointerScope();
                PretrainedModel read = SciMultCheckpoint.load(Golden.path(model + "/" + file), BASE, null)) {
            var expected = StoredWeights.select(
                    SciMultWeightNames.translate(
                            SafetensorsFile.open(Golden.path(model + "/weights.safetensors"))
                                    .arrays(),
                            "golden"),
                    read.config(),
                    "golden");
            assertThat(read.weights().arrays().keySet())
                    .isEqualTo(expected.arrays().keySet());
            expected.arrays()
                    .forEach((name, array) -> assertThat(array.bytes()
                                    .mismatch(read.weights().get(name).bytes()))
                            .as(name)
                            .isEqualTo(-1));
            EncoderWeights weights = read.load(Precision.FLOAT32);
            for (Task task : List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION)) {
                agrees(weights.expertFor(task), GoldenText.of(model), task.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.zip.ckpt", "model.legacy.ckpt", "trainer-omegaconf.zip.ckpt"})
    void aModelWithoutExpertsIsReadAndSettingsOfAForeignClassAreOnlyData(String file) throws IOException {
        try (PointerScope scope = new PointerScope();
                PretrainedModel read = SciMultCheckpoint.load(Golden.path("release-vanilla/" + file), BASE, null)) {
            assertThat(read.config().isPlain()).isTrue();
            assertThat(read.config().maxLength()).isEqualTo(128);
            agrees(read.load(Precision.FLOAT32).expert(0), GoldenText.of("release-vanilla"), "none");
        }
    }

    private static void agrees(Encoder encoder, List<GoldenText> texts, String what) {
        double[][] vectors = Packing.PACKED.encode(encoder, GoldenText.ids(texts), AttentionKernel.FUSED);
        for (int i = 0; i < vectors.length; i++) {
            assertThat(Numbers.difference(vectors[i], texts.get(i).vector(Precision.FLOAT32, what)))
                    .as(texts.get(i).name())
                    .isLessThanOrEqualTo(1e-5);
        }
    }

    @Test
    void twoEncodersAreRefusedUnlessOneIsChosen() throws IOException {
        Path file = Golden.path("release-vanilla/two-encoders.zip.ckpt");
        assertThatThrownBy(() -> SciMultCheckpoint.load(file, BASE, null))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("two-encoders.zip.ckpt")
                .hasMessageContaining("--encoder question");
        try (PretrainedModel question = SciMultCheckpoint.load(file, BASE, "question");
                PretrainedModel context = SciMultCheckpoint.load(file, BASE, "context")) {
            String changed = "encoder.layer.3.intermediate.dense.weight";
            assertThat(question.weights()
                            .get(changed)
                            .bytes()
                            .mismatch(context.weights().get(changed).bytes()))
                    .isNotEqualTo(-1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "system.zip.ckpt, posix.system",
        "system.legacy.ckpt, posix.system",
        "system.bare.ckpt, posix.system",
        "eval-protocol4.zip.ckpt, builtins.eval"
    })
    void aFileThatAsksToCallSomethingIsRefusedByItsName(String file, String wanted) {
        Path traces = Path.of("/tmp/scimult-pwned");
        assertThat(traces).doesNotExist();
        assertThatThrownBy(() -> SciMultCheckpoint.load(Golden.path("malicious/" + file), BASE, null))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(file)
                .hasMessageContaining("asks to call " + wanted);
        assertThat(traces).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.zip.ckpt", "model.legacy.ckpt"})
    void aFileCutShortAnywhereIsRefusedInWords(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Golden.path("release-vanilla/" + name));
        for (int part = 0; part < 40; part++) {
            int length = (int) ((long) whole.length * part / 40);
            Path cut = Files.write(folder.resolve("cut.ckpt"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SciMultCheckpoint.load(cut, BASE, null))
                    .as("%d bytes", length)
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("cut.ckpt");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.zip.ckpt", "model.legacy.ckpt"})
    void changedBytesGiveWordsOrAModelAndNothingElse(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Golden.path("release-vanilla/" + name));
        java.util.SplittableRandom random = new java.util.SplittableRandom(11);
        int refused = 0;
        for (int trial = 0; trial < 300; trial++) {
            byte[] changed = whole.clone();
            for (int i = 0; i < 5; i++) {
                changed[random.nextInt(Math.min(whole.length, 60_000))] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("changed.ckpt"), changed);
            try (PretrainedModel model = SciMultCheckpoint.load(file, BASE, "question")) {
                assertThat(model.weights().arrays()).isNotEmpty();
            } catch (BadDataException | IllegalArgumentException words) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
