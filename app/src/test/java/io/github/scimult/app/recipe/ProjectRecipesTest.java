package io.github.scimult.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes that come with the project mean what their pages say. */
class ProjectRecipesTest {
    @ParameterizedTest
    @ValueSource(strings = {"small", "paper"})
    void theRecipesOfTheProjectAreSound(String name) throws IOException {
        Path place = Path.of("").toAbsolutePath().getParent().resolve("recipes").resolve(name);
        Recipe read = Recipe.read(place);
        List<String> variants = new ArrayList<>();
        for (RecipeRun run : read.runs()) {
            if (run.trains()) {
                Path file = place.resolve(run.config().orElseThrow());
                TrainingConfig config = ConfigurationReader.read(read.training(), file, List.of());
                assertThat(config.budget())
                        .as(run.name())
                        .isEqualTo(read.training().budget());
                variants.add(config.variant().toString());
            }
        }
        assertThat(variants).contains("VANILLA", "MHA_EXPERTS", "FFN_EXPERTS", "INSTRUCTION", "PREFIX");
    }

    @Test
    void thePapersRecipeDrawsEachPublishedPairAsOftenAndMakesUpNoSearches() throws IOException {
        Path place = Path.of("").toAbsolutePath().getParent().resolve("recipes/paper");
        TrainingConfig training = Recipe.read(place).training();
        assertThat(training.pseudoQueries().weight()).isZero();
        assertThat(training.tasks().samplingExponent()).isEqualTo(1);
        assertThat(training.tasks().weights())
                .containsEntry("classification", 1_242_885.0 + 1_976_858 + 900_000)
                .containsEntry("link", 819_836.0)
                .containsEntry("search", 620_033.0);
    }
}
