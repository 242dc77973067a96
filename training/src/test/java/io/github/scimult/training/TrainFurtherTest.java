package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run's result as the base of the next run. */
class TrainFurtherTest extends OnTinyCollection {
    private static final String[] SHORT = {"budget.steps=3", "dev.evaluations=1"};

    @ParameterizedTest
    @EnumSource(Variant.class)
    void eachWeightIsInterpolatedWithTheBasesOfTheSameName(Variant variant) throws IOException {
        TinyRun first = run("first", "variant=" + variant, "merge.alpha=1");
        assertThat(first.start(ALL)).isTrue();
        TinyRun second = run("second", "variant=" + variant, "merge.alpha=0.5", "model.base=" + first.folder());
        assertThat(second.start(ALL)).isTrue();
        Map<String, WeightArray> base = weights(first.folder());
        Map<String, WeightArray> trained = weights(second.files().fineTuned());
        Map<String, WeightArray> result = weights(second.folder());
        assertThat(result.keySet()).isEqualTo(base.keySet());
        boolean moved = false;
        for (String name : result.keySet()) {
            float[] from = base.get(name).toFloats();
            float[] to = trained.get(name).toFloats();
            float[] half = result.get(name).toFloats();
            for (int i = 0; i < half.length; i++) {
                moved |= from[i] != to[i];
                if (half[i] != to[i] * 0.5f + from[i] * 0.5f) { // a million assertions take seconds
                    assertThat(half[i]).as("%s, number %d", name, i).isEqualTo(to[i] * 0.5f + from[i] * 0.5f);
                }
            }
        }
        assertThat(moved).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"MHA_EXPERTS", "PREFIX"})
    void theCoefficientIsChosenOnDev(Variant variant) throws IOException {
        TinyRun first = run("first", "variant=" + variant, "merge.alpha=1");
        assertThat(first.start(ALL)).isTrue();
        TinyRun second = run("second", "variant=" + variant, "merge.alphas=[0.5, 1]", "model.base=" + first.folder());
        assertThat(second.start(ALL)).isTrue();
    }

    @Test
    void aRunWhoseBaseWasReplacedByOneOfOtherExpertsIsRefusedBeforeItGoesOn() throws IOException {
        TinyRun plain = run("plain", "variant=vanilla", "merge.alpha=1");
        assertThat(plain.start(ALL)).isTrue();
        TinyRun experts = run("experts", "variant=ffn-experts", "merge.alpha=1");
        assertThat(experts.start(ALL)).isTrue();
        TinyRun further = run("further", "variant=mha-experts", "model.base=" + plain.folder());
        assertThat(further.start(2)).isFalse();
        TinyRun.delete(plain.folder());
        java.nio.file.Files.move(experts.folder(), plain.folder());
        assertThatThrownBy(() -> further.resume(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "a model with the experts [search, link, classification] in the attention of blocks [1, 3]")
                .hasMessageContaining("cannot begin as a base with the experts")
                .hasMessageContaining("Choose the base that the model was trained from");
    }

    private TinyRun run(String name, String... settings) throws IOException {
        return tinyRun(name, java.util.List.of(SHORT), settings);
    }

    private static Map<String, WeightArray> weights(Path folder) throws IOException {
        return SafetensorsFile.open(folder.resolve("model.safetensors")).arrays();
    }
}
