package io.github.scimult.training.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.scimult.training.dev.DevScore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {
    private static final String GOLDEN_SCALAR =
            "1f00000000000000514b441809000000000000f83f10ac022a110a0f0a086465762f6d65616e150000803e883148a2";
    private static final String GOLDEN_VERSION =
            "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c";
    private static final String GOLDEN_RESTART = "0f000000000000006d532b0909000000000000f83f10293a020801a6ac353d";

    @TempDir
    Path folder;

    /** The bytes that TensorBoard's own writer (2.21) gives for the same event. */
    @Test
    void aRecordIsByteForByteThatOfTensorBoardsWriter() {
        assertThat(HexFormat.of().formatHex(EventRecords.scalars(1.5, 300, Map.of("dev/mean", 0.25))))
                .isEqualTo(GOLDEN_SCALAR);
        assertThat(HexFormat.of().formatHex(EventRecords.version(1.5))).isEqualTo(GOLDEN_VERSION);
        assertThat(HexFormat.of().formatHex(EventRecords.restart(1.5, 41))).isEqualTo(GOLDEN_RESTART);
    }

    @Test
    void eachStartHasAFileThatSaysWhichStepsItRepeats() throws IOException {
        write(0, 1, 2);
        write(1, 2, 3);

        List<Path> files = files();
        assertThat(files).hasSize(2);
        List<byte[]> second = contents(files.get(1));
        assertThat(second).hasSize(5); // version, start, two steps, one evaluation
        assertThat(second.get(1)).isEqualTo(content(EventRecords.restart(seconds(second.get(1)), 2)));
        assertThat(text(second.get(2)))
                .contains("training/loss", "loss/vis/link", "training/learning rate", "training/gradient norm");
        assertThat(text(second.get(4))).contains("dev/mean", "dev/vis/link Recall@20");
    }

    @Test
    void beforeTheRunHasStartedNothingIsWritten() throws IOException {
        try (TensorBoardLog log = new TensorBoardLog(folder.resolve("tensorboard"))) {
            log.accept(new TrainingEvent.Note("refused"));
        }
        assertThat(folder.resolve("tensorboard")).doesNotExist();
    }

    @Test
    void valuesThatAreNotFiniteArePassedOver() {
        assertThat(EventRecords.scalars(1, 1, Map.of("a", Double.NaN))).isEqualTo(EventRecords.scalars(1, 1, Map.of()));
    }

    private void write(long resumedAt, long... steps) throws IOException {
        try (TensorBoardLog log = new TensorBoardLog(folder.resolve("tensorboard"))) {
            log.accept(new TrainingEvent.Started(
                    "now", "1", 1, resumedAt, JsonNodeFactory.instance.objectNode(), List.of(), "base", 10));
            for (long step : steps) {
                log.accept(new TrainingEvent.Step(step, 0.1, "vis/link", 2.5, 1e-4, 3, 1_000, 0.5, 1, 9));
            }
            DevScore score = new DevScore("vis", "link", "Recall@20", 0.5, 0.4, 0.01, 20, false);
            log.accept(new TrainingEvent.Evaluated(steps[1], 2, 0.2, List.of(score), true));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tensorboard"))) {
            return files.sorted().toList();
        }
    }

    /** The messages of a file, without their frames. */
    private static List<byte[]> contents(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> contents = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] content = new byte[(int) bytes.getLong()];
            bytes.getInt();
            bytes.get(content).getInt();
            contents.add(content);
        }
        return contents;
    }

    private static byte[] content(byte[] record) {
        return Arrays.copyOfRange(record, 12, record.length - 4);
    }

    private static double seconds(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getDouble(1);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
