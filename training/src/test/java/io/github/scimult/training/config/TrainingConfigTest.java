package io.github.scimult.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.configuration.ConfigurationWriter;
import io.github.scimult.core.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingConfigTest {
    @TempDir
    private Path temporary;

    @Test
    void theDefaultsComeBackFromYamlJsonAndAPlan() throws IOException {
        TrainingConfig defaults = TrainingConfig.defaults();
        Path yaml = temporary.resolve("train.yaml");
        Files.writeString(yaml, ConfigurationWriter.toYaml(defaults));
        assertThat(ConfigurationReader.read(defaults, yaml, List.of())).isEqualTo(defaults);
        assertThat(ConfigurationReader.readBack(defaults, ConfigurationWriter.toJsonNode(defaults), "manifest.json"))
                .isEqualTo(defaults);
        TrainingPlan plan = new TrainingPlan("1", List.of(new CollectionSpec("/data/vis", 2)), defaults);
        JsonMapper mapper = Json.MAPPER;
        assertThat(mapper.readValue(mapper.writeValueAsString(plan), TrainingPlan.class))
                .isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budget.minutes=-1         | -1.0       | between 0
            budget.minutes=1e9        | 1.0E9      | 525600
            budget.minutes=.nan       | .nan       | must be a number
            budget.minutes=.inf       | .inf       | must be a number
            budget.minutes=0          | set minutes, steps or epochs | end
            budget.steps=-5           | -5         | positive
            budget.epochs=-1          | -1.0       | between 0
            budget.epochs=.nan        | .nan       | must be a number
            optim.lr=0                | 0.0        | (0, 1)
            optim.lr=-1e-4            | -1.0E-4    | (0, 1)
            optim.lr=5                | 5.0        | (0, 1)
            optim.lr=.nan             | .nan       | must be a number
            optim.warmup=1            | 1.0        | [0, 1)
            optim.beta1=1             | 1.0        | [0, 1)
            optim.epsilon=0           | 0.0        | positive
            optim.weightDecay=-1      | -1.0       | [0, 1)
            optim.clipNorm=-1         | -1.0       | positive
            optim.layerDecay=0        | 0.0        | (0, 1]
            optim.frozen=lower        | lower      | embeddings
            compute.threads=-3        | -3         | 0 (all cores)
            compute.threads=100000    | 100000     | 1024
            compute.precision=float8  | float8     | bfloat16
            compute.attention=magic   | magic      | fused
            compute.attention=products | products  | write attention: eager
            batch.queries=1           | 1          | at least 2
            batch.tokens=3            | 3          | at least 64
            batch.maxPositives=0         | 0          | at least 1
            hardNegatives.perPositive=-1    | -1         | at least 0
            batch.accumulationSteps=0        | 0          | at least 1
            batch.maxPairsPerLabel=0          | 0          | at least 1
            dropout.hidden=1.5        | 1.5        | [0, 1)
            dropout.attention=-0.1    | -0.1       | [0, 1)
            dev.everySteps=-1         | -1         | at least 0
            dev.queries=0             | 0          | at least 1
            merge.alpha=1.5           | 1.5        | [0, 1]
            merge.alphas=[0.5, 2]     | 2.0        | (0, 1]
            merge.alphas=[]           | []         | one or more
            model.maxLength=5         | 5          | at least 8
            model.base=''             | base       | minilm
            model.instructionWeight=0 | 0.0        | above 0
            model.instructionWeight=2 | 2.0        | at most 1
            tasks.weights.link=-1             | -1.0       | at least 0
            tasks.linking=1           | linking    | link
            pseudoQueries.weight=-1            | -1.0       | at least 0
            tasks.samplingExponent=1.5          | 1.5        | in [0, 1]
            pseudoQueries.weight=.inf          | .inf       | must be a number
            tasks.weights.link=.inf           | .inf       | must be a number
            pseudoQueries.weight=1e999         | 1e999      | must be a number
            saveMinutes=-1            | -1.0       | at least 0
            saveMinutes=.nan          | .nan       | must be a number
            """)
    void absurdValuesAreRefusedWithValueAndBound(String setting, String value, String bound) {
        assertThatThrownBy(() -> ConfigurationReader.read(TrainingConfig.defaults(), null, List.of(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting.substring(0, setting.indexOf('=')))
                .hasMessageContaining(value)
                .hasMessageContaining(bound)
                .hasMessageNotContaining("\n");
    }

    @Test
    void ofSeveralSettingsTheOneThatIsWrongIsNamed() {
        List<String> settings = List.of("model.base=mine", "model.maxLength=3", "model.expertBlocks=mod2");
        assertThatThrownBy(() -> ConfigurationReader.read(TrainingConfig.defaults(), null, settings))
                .hasMessageStartingWith("--set model.maxLength=3:");
    }

    @Test
    void anUnknownSettingNamesTheNearestKnownOne() {
        assertThatThrownBy(() ->
                        ConfigurationReader.read(TrainingConfig.defaults(), null, List.of("optim.learningRate=1e-4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learningRate");
        assertThatThrownBy(() -> ConfigurationReader.read(TrainingConfig.defaults(), null, List.of("batch.querys=8")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("queries");
    }

    @Test
    void aPlanWithNothingToTrainOnIsRefused() {
        assertThatThrownBy(() ->
                        new TrainingPlan("1", List.of(new CollectionSpec("/data/vis", 0)), TrainingConfig.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/data/vis is 0, which only evaluates it");
    }
}
