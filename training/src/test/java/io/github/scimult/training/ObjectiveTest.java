package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.loss.Losses;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of the loss come to. */
class ObjectiveTest {
    private static EncoderConfig encoder;

    @BeforeAll
    static void readEncoder() throws IOException {
        encoder = GoldenModels.tinyBert(Precision.FLOAT32).config();
    }

    @Test
    void aTaskHasItsOwnTemperatureElseItsFamilysElseTheModels() {
        Objective objective = Objective.of(
                TrainingConfig.defaults().with("tasks.temperatures={link: 0.5, link-co-cite: 0.25}", "loss=decoupled"));
        assertThat(objective.of(Task.parse("link-co-cite"), encoder).scale()).isEqualTo(4);
        assertThat(objective.of(Task.parse("link-cite"), encoder).scale()).isEqualTo(2);
        assertThat(objective.of(Task.SEARCH, encoder).scale()).isEqualTo(encoder.scale());
        assertThat(objective.of(Task.SEARCH, encoder).loss()).isEqualTo(Losses.DECOUPLED);
    }

    @Test
    void theLossIsSymmetricWhereTheSettingSaysSo() {
        TrainingConfig defaults = TrainingConfig.defaults();
        assertThat(Objective.of(defaults).of(Task.LINK, encoder).isSymmetric()).isFalse();
        assertThat(Objective.of(defaults.with("symmetricLoss=true"))
                        .of(Task.LINK, encoder)
                        .isSymmetric())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{search: 0}", "{search: -1}", "{search: 101}", "{serch: 1}"})
    void aTemperatureOutOfItsBoundsOrOfNoTaskIsRefused(String temperatures) {
        assertThatThrownBy(() -> TrainingConfig.defaults().with("tasks.temperatures=" + temperatures))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(temperatures.contains("serch") ? "serch" : "temperature of task search");
    }
}
