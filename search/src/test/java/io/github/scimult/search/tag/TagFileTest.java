package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.classifier.BoostedTrees;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import io.github.scimult.search.tag.linear.LabelWeights;
import io.github.scimult.search.tag.linear.LinearEvidence;
import io.github.scimult.search.tag.linear.TfIdf;
import io.github.scimult.search.tag.regression.RegressionEvidence;
import io.github.scimult.search.tag.usage.UsageEvidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned is the same after it was written and read, or it is refused. */
class TagFileTest {
    private static final String PAPER = "Graphs are trees of graphs";

    @TempDir
    private Path index;

    private static BoostedTrees trees() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = new float[200][Feature.COUNT];
        boolean[] targets = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < Feature.COUNT; i++) {
                rows[row][i] = (float) random.nextDouble();
            }
            targets[row] = rows[row][0] + rows[row][5] > 1;
        }
        return BoostedTrees.fit(rows, targets);
    }

    private static TagModel model() {
        UsageEvidence.Counter usage = new UsageEvidence.Counter();
        usage.add(Set.of("graphs", "Ä/ö 漢😀"), Set.of("graphs"));
        usage.add(Set.of("trees"), Set.of("graphs"));
        LinearEvidence linear = new LinearEvidence(
                new TfIdf(Map.of("graph", 1, "tree", 0), new float[] {1.5f, 2}),
                List.of("graphs", "Ä/ö 漢😀"),
                new LabelWeights(new int[] {0, 1, 2, 4}, new int[] {0, 1, 0, 1}, new float[] {2, -3, 0.5f, -0.25f}));
        RegressionEvidence regression =
                new RegressionEvidence(List.of("graphs", "Ä/ö 漢😀"), new float[][] {{0.5f, 0.25f}, {-2, 1}});
        return new TagModel(
                Set.of(Split.TRAIN, Split.DEV),
                Optional.of(new LearnedEvidence(usage.evidence(), linear, regression)),
                new LabelFusion(Optional.of(trees())),
                true);
    }

    private static TagOutcome outcome() {
        Map<TagOutcome.Order, Double> recall = new EnumMap<>(TagOutcome.Order.class);
        for (TagOutcome.Order order : TagOutcome.Order.values()) {
            recall.put(order, 0.1 * (order.ordinal() + 1));
        }
        Calibration calibration = Calibration.of(List.of(new Calibration.Given(0, 0.75, true)), 1);
        return new TagOutcome(model(), 120, 100, new TagOutcome.Scores(20, calibration, recall));
    }

    private static float[] described(TagModel model, String label) throws IOException {
        FeatureRow row = new FeatureRow();
        PaperToLabel paper = PaperToLabel.of(SegmentedText.of(PAPER), new float[] {3}, Set.of());
        LearnedEvidence learned = model.learned().orElseThrow();
        for (LabelEvidence evidence : List.of(learned.usage(), learned.linear(), learned.regression())) {
            evidence.on(paper).describe(label, row);
        }
        return row.toArray();
    }

    @Test
    void whatIsReadSaysWhatWasWritten() throws IOException {
        TagModel written = model();
        assertThat(TagFile.isIn(index)).isFalse();
        TagFile.write(index, outcome());
        TagModel read = TagFile.read(index);

        assertThat(TagFile.isIn(index)).isTrue();
        assertThat(read.splits()).isEqualTo(written.splits());
        assertThat(read.combines()).isTrue();
        assertThat(read.learned().orElseThrow().usage())
                .isEqualTo(written.learned().orElseThrow().usage());
        for (String label : List.of("graphs", "trees", "Ä/ö 漢😀", "never seen")) {
            assertThat(described(read, label)).as(label).isEqualTo(described(written, label));
        }
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 50; i++) {
            FeatureRow row = new FeatureRow();
            for (Feature feature : Feature.values()) {
                row.set(feature, random.nextDouble());
            }
            assertThat(read.fusion().probability(row))
                    .isEqualTo(written.fusion().probability(row));
        }
    }

    @Test
    void theSameModelIsWrittenAsTheSameBytes() throws IOException {
        TagFile.write(index, outcome());
        byte[] first = Files.readAllBytes(index.resolve("tags.bin"));
        TagFile.write(index, outcome());
        assertThat(Files.readAllBytes(index.resolve("tags.bin"))).isEqualTo(first);
    }

    @Test
    void theScoresAreThereForPeople() throws IOException {
        TagFile.write(index, outcome());
        JsonNode scores = Json.MAPPER.readTree(index.resolve("tags.json").toFile());
        assertThat(scores.path("learnedFrom").asInt()).isEqualTo(120);
        assertThat(scores.path("heldOut").path("papers").asInt()).isEqualTo(20);
        assertThat(scores.path("heldOut").path("calibrationError").asDouble()).isEqualTo(0.25);
        assertThat(scores.path("heldOut").path("recallAt20").path("served").asDouble())
                .isEqualTo(0.1);
        assertThat(scores.path("heldOut").path("recallAt20")).hasSize(TagOutcome.Order.values().length);
    }

    @Test
    void aFileThatEndsEarlyIsRefusedWhereverItEnds() throws IOException {
        TagFile.write(index, outcome());
        Path file = index.resolve("tags.bin");
        byte[] whole = Files.readAllBytes(file);
        for (int end = 0; end < whole.length; end += end < 40 ? 1 : 97) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertThatThrownBy(() -> TagFile.read(index))
                    .as("the first %d bytes", end)
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("tags.bin")
                    .hasMessageContaining("delete it");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> TagFile.read(index)).isInstanceOf(BadDataException.class);
    }

    @Test
    void oneChangedBitIsRefusedWhereverItIs() throws IOException {
        TagFile.write(index, outcome());
        Path file = index.resolve("tags.bin");
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place += place < 40 ? 1 : 89) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 4;
            Files.write(file, damaged);
            assertThatThrownBy(() -> TagFile.read(index)).as("byte %d", place).isInstanceOf(BadDataException.class);
        }
    }

    @Test
    void aFileOfAnEarlierVersionIsRefusedWithWhatToDo() throws IOException {
        TagFile.write(index, outcome());
        Path file = index.resolve("tags.bin");
        byte[] whole = Files.readAllBytes(file);
        whole[7] = '1';
        CRC32 sum = new CRC32();
        sum.update(whole, 0, whole.length - Long.BYTES);
        ByteBuffer.wrap(whole).putLong(whole.length - Long.BYTES, sum.getValue());
        Files.write(file, whole);
        assertThatThrownBy(() -> TagFile.read(index))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("of another version: delete it and tags.json");
    }

    @Test
    void withoutAFileNothingWasLearned() throws IOException {
        TagModel model = TagFile.read(index);
        assertThat(model).isSameAs(TagModel.UNTAUGHT);
        assertThat(model.fusion().probability(new FeatureRow())).isNaN();
        assertThat(model.splits()).containsExactlyInAnyOrder(Split.values());
    }
}
