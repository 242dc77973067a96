package io.github.scimult.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which wording of an instruction a step trains with. */
class InstructionTextsTest {
    private static final Map<String, List<String>> WORDINGS = Map.of(
            "vis/link", List.of("pictures"),
            "link", List.of("papers", "references", "works"),
            "search", List.of("find"));

    @Test
    void theCollectionsOwnWordingStandsBeforeTheTasksAndTheFamilys() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            InstructionTexts texts = texts(model, WORDINGS);
            assertThat(texts.at(1, pairs("vis", "link"))).isEqualTo(ids(model, "pictures"));
            assertThat(texts.at(1, pairs("hep", "search-long"))).isEqualTo(ids(model, "find"));
            assertThat(texts.at(1, pairs("hep", "classification")))
                    .isEqualTo(ids(model, InstructionConfig.ofThePaper().get("classification")));
        }
    }

    @Test
    void ofSeveralWordingsEachStepDrawsOneByTheSeed() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            Map<String, Integer> drawn = new TreeMap<>();
            for (int step = 0; step < 300; step++) {
                int[] ids = texts(model, WORDINGS).at(step, pairs("hep", "link"));
                assertThat(texts(model, WORDINGS).at(step, pairs("hep", "link")))
                        .isEqualTo(ids);
                drawn.merge(Arrays.toString(ids), 1, Integer::sum);
            }
            assertThat(drawn).hasSize(3);
            assertThat(drawn.values()).allMatch(times -> times > 70);
        }
    }

    @Test
    void aModelThatReadsNoneIsGivenNone() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            assertThat(new InstructionTexts(WORDINGS, model.config(), model.tokenizer(), 1).at(1, pairs("vis", "link")))
                    .isEmpty();
        }
    }

    @Test
    void unknownTasksAndEmptyWordingsAreRefused() {
        assertThatThrownBy(() -> InstructionTexts.checked(Map.of("vis/tagging", List.of("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown task 'tagging'");
        assertThatThrownBy(() -> InstructionTexts.checked(Map.of("link", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instructions of link must be one or more texts");
    }

    private static InstructionTexts texts(PretrainedModel model, Map<String, List<String>> wordings) {
        EncoderConfig config =
                model.config().withInstructions(Variant.INSTRUCTION.instructions(InstructionTexts.ofModel(wordings)));
        return new InstructionTexts(wordings, config, model.tokenizer(), 17);
    }

    private static int[] ids(PretrainedModel model, String text) {
        return model.tokenizer().encode(SegmentedText.of(text), 128);
    }

    private static TrainingPairs pairs(String collection, String task) {
        return new TrainingPairs(
                collection,
                Task.parse(task),
                TextKind.PAPER,
                TextKind.PAPER,
                0,
                new int[0],
                new int[0][],
                new int[0][],
                new int[0][]);
    }
}
