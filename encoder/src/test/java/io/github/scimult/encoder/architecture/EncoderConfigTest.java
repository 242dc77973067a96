package io.github.scimult.encoder.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.fixture.Configurations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads, experts and instructions of an encoder fit together, or are refused by what does not fit. */
class EncoderConfigTest {
    private static final EncoderConfig BERT = Configurations.bert(4, 64, 500);
    private static final List<String> EXPERTS = List.of("search", "link", "classification");

    private static ExpertLayout attention(int... blocks) {
        return new ExpertLayout(EXPERTS, Map.of(), Arrays.stream(blocks).boxed().toList(), List.of());
    }

    @Test
    void eachPartChangesItselfAlone() {
        assertThat(BERT.isPlain()).isTrue();
        assertThat(BERT.withMaxLength(77).maxLength()).isEqualTo(77);
        assertThat(BERT.withMaxLength(77).withMaxLength(BERT.maxLength())).isEqualTo(BERT);
        EncoderConfig experts = BERT.withExperts(attention(1, 3));
        assertThat(experts.isPlain()).isFalse();
        assertThat(experts.withExperts(ExpertLayout.none())).isEqualTo(BERT);
        assertThat(experts.head()).isEqualTo(BERT.head());
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 100_000})
    void textsLongerThanThePositionsAreRefused(int length) {
        assertThatThrownBy(() -> BERT.withMaxLength(length))
                .hasMessageContainingAll("maxLength " + length, "512, the model's positions");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0, -5})
    void textsOfNoWordAreRefused(int length) {
        assertThatThrownBy(() -> BERT.withMaxLength(length)).hasMessageContaining("at least 3, not " + length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aScaleThatIsNoneIsRefused(double scale) {
        assertThatThrownBy(() -> new EmbeddingHead(Pooling.CLS, Similarity.DOT, scale, 100))
                .hasMessageContaining("must be positive, not " + scale);
    }

    @Test
    void theTemperatureIsOneOverTheScale() {
        assertThat(EmbeddingHead.of(Pooling.MEAN, Similarity.COSINE, 100).temperature())
                .isCloseTo(0.05, within(1e-12));
        assertThat(EmbeddingHead.of(Pooling.CLS, Similarity.DOT, 100).temperature())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 99, -1})
    void expertsInABlockThatThereIsNotAreRefused(int block) {
        assertThatThrownBy(() -> BERT.withExperts(attention(1, block))).hasMessageContaining("outside 0 … 3");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "0, 0"})
    void whatLiesBelowTheFirstSplitBlockIsShared(int first, int shared) {
        assertThat(attention(first, 3).sharedBlocks(4)).isEqualTo(shared);
        assertThat(ExpertLayout.none().sharedBlocks(4)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aVariantHasExpertsOrInstructionsOrNeither(Variant variant) {
        ExpertLayout layout = variant.layout("mod2", 4, EXPERTS, Map.of());
        InstructionConfig instructions = variant.instructions(InstructionConfig.ofThePaper());
        assertThat(layout.isShared()).isEqualTo(!variant.hasExperts());
        assertThat(instructions.areThere()).isEqualTo(variant.hasInstructions());
        assertThat(variant.hasExperts() && variant.hasInstructions()).isFalse();
        assertThat(variant.lowerCaseName()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mod",
                "mod0",
                "0",
                "-1",
                "1,,2",
                "top",
                "top0",
                "2;4",
                "MOD2",
                "99999999999",
                "ge6",
                "mod2:attn"
            })
    void whatIsNoPatternOfBlocksIsRefusedInWords(String pattern) {
        assertThatThrownBy(() -> Variant.MHA_EXPERTS.layout(pattern, 12, EXPERTS, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern)
                .hasMessageNotContaining("input string");
    }

    @Test
    void tasksGoToTheExpertOfTheirNameElseTheirFamilysElseWhereTheyAreSent() {
        ExpertLayout layout = new ExpertLayout(
                List.of("search", "link", "link-co-cite"), Map.of("classification", "link"), List.of(1), List.of());
        assertThat(layout.expertOf(Task.SEARCH)).isZero();
        assertThat(layout.expertOf(Task.CLASSIFICATION)).isEqualTo(1);
        assertThat(layout.expertOf(Task.parse("link-co-cite"))).isEqualTo(2);
        assertThat(layout.expertOf(Task.parse("link-other"))).isEqualTo(1);
        assertThat(ExpertLayout.none().expertOf(Task.SEARCH)).isZero();
    }

    @Test
    void instructionsAreFoundByTaskThenFamily() {
        InstructionConfig config =
                Variant.INSTRUCTION.instructions(Map.of("link", "Find.", "link-co-cite", "Find both."));
        assertThat(config.of(Task.LINK)).isEqualTo("Find.");
        assertThat(config.of(Task.parse("link-co-cite"))).isEqualTo("Find both.");
        assertThat(config.of(Task.parse("link-other"))).isEqualTo("Find.");
        assertThatThrownBy(() -> config.of(Task.SEARCH)).hasMessageContaining("no instruction for task search");
        assertThatThrownBy(() -> InstructionConfig.NONE.of(Task.LINK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherTextsReplaceThoseOfTheirTasksAlone() {
        InstructionConfig paper = Variant.PREFIX.instructions(InstructionConfig.ofThePaper());
        InstructionConfig other = paper.with(Map.of("search", "Look for it."));
        assertThat(other.of(Task.SEARCH)).isEqualTo("Look for it.");
        assertThat(other.of(Task.LINK)).isEqualTo(paper.of(Task.LINK));
        assertThat(other.reader()).isEqualTo(InstructionConfig.Reader.OWN_ENCODER);
        assertThatThrownBy(() -> paper.with(Map.of("linc", "x"))).hasMessageContaining("linc");
        assertThatThrownBy(() -> paper.with(Map.of("link", " "))).hasMessageContaining("link is empty");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
    void aWeightOfInstructionsThatIsNoShareIsRefused(double weight) {
        assertThatThrownBy(() -> InstructionConfig.requireWeight(weight))
                .hasMessageContaining("at most 1, not " + weight);
        InstructionConfig paper = Variant.INSTRUCTION.instructions(InstructionConfig.ofThePaper());
        assertThatThrownBy(() -> paper.weighing(weight)).isInstanceOf(IllegalArgumentException.class);
        assertThat(InstructionConfig.NONE.weighing(0.5)).isEqualTo(InstructionConfig.NONE);
        assertThat(paper.weighing(0.5).weight()).isEqualTo(0.5);
    }
}
