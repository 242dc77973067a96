package io.github.scimult.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parity with scikit-learn on the files of {@code golden/metrics/classification}. */
class LabelScoresTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/metrics/classification");
    private static final Offset<Double> EXACT = within(1e-12);

    @ParameterizedTest
    @ValueSource(strings = {"single-label", "single-label-absent-classes"})
    void oneLabelAPaperScoresAsInScikitLearn(String name) throws IOException {
        JsonNode file = read(name);

        SingleLabelScores scores = SingleLabelScores.of(
                rows(file.get("gold")),
                rows(file.get("predicted")),
                file.get("classes").asInt());

        assertThat(scores.accuracy()).isCloseTo(file.get("accuracy").asDouble(), EXACT);
        assertThat(scores.microF1()).isCloseTo(file.get("micro_f1").asDouble(), EXACT);
        assertThat(scores.macroF1()).isCloseTo(file.get("macro_f1").asDouble(), EXACT);
        assertThat(scores.macroF1OverAllClasses())
                .isCloseTo(file.get("macro_f1_over_all_classes").asDouble(), EXACT);
    }

    @Test
    void setsOfLabelsScoreAsInScikitLearn() throws IOException {
        JsonNode file = read("multi-label-f1");
        List<String> labels = new ArrayList<>();
        file.get("labels").forEach(label -> labels.add(label.asText()));

        MultiLabelScores scores =
                MultiLabelScores.of(sets(file.get("gold"), labels), sets(file.get("predicted"), labels), labels.size());

        assertThat(scores.microF1()).isCloseTo(file.get("micro_f1").asDouble(), EXACT);
        assertThat(scores.macroF1()).isCloseTo(file.get("macro_f1").asDouble(), EXACT);
        assertThat(scores.weightedF1()).isCloseTo(file.get("weighted_f1").asDouble(), EXACT);
        assertThat(scores.samplesF1()).isCloseTo(file.get("samples_f1").asDouble(), EXACT);
        assertThat(scores.subsetAccuracy())
                .isCloseTo(file.get("subset_accuracy").asDouble(), EXACT);
    }

    @Test
    void aLabelOutsideTheRangeIsRefused() {
        assertThatThrownBy(() -> SingleLabelScores.of(new int[] {3}, new int[] {0}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label 3 is outside 0 to 2");
    }

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile());
    }

    private static int[] rows(JsonNode array) {
        int[] rows = new int[array.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = array.get(i).asInt();
        }
        return rows;
    }

    private static int[][] sets(JsonNode array, List<String> labels) {
        int[][] sets = new int[array.size()][];
        for (int i = 0; i < sets.length; i++) {
            List<Integer> rows = new ArrayList<>();
            array.get(i).forEach(label -> rows.add(labels.indexOf(label.asText())));
            sets[i] = rows.stream().mapToInt(Integer::intValue).toArray();
        }
        return sets;
    }
}
