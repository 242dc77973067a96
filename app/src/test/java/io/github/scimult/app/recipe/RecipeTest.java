package io.github.scimult.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipes are refused where they say nothing that can be done, with the line that says it. */
class RecipeTest {
    private static final String SOUND = """
            title: A comparison
            train: {vis: 1}
            evaluate: [vis]
            runs:
              - name: shared
                config: shared.yaml
              - name: apart
                config: apart.yaml
            """;

    @TempDir
    private Path folder;

    private Recipe read(String yaml) throws IOException {
        Files.writeString(folder.resolve("recipe.yaml"), yaml);
        return Recipe.read(folder);
    }

    @Test
    void aSoundOneIsReadWithItsDefaults() throws IOException {
        Recipe recipe = read(SOUND);
        assertThat(recipe.title()).isEqualTo("A comparison");
        assertThat(recipe.train()).containsEntry("vis", 1.0);
        assertThat(recipe.split()).isEqualTo("dev");
        assertThat(recipe.tolerance()).isEqualTo(0.02);
        assertThat(recipe.runs()).extracting(RecipeRun::name).containsExactly("shared", "apart");
        assertThat(recipe.runs().getFirst().trains()).isTrue();
    }

    @Test
    void aFolderWithoutARecipeIsRefused() {
        assertThatThrownBy(() -> Recipe.read(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("recipe.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train: {vis: 1}|train: {}|needs train, evaluate and runs",
                "evaluate: [vis]|evaluate: []|needs train, evaluate and runs",
                "title: A|tittle: A|title",
                "evaluate: [vis]|evaluate: [vis]\\nsplit: trian|train, dev or test",
                "evaluate: [vis]|evaluate: [vis]\\ntolerance: 0|above 0, not 0",
                "name: apart|name: shared|each its own",
                "evaluate: [vis]|evaluate: [vis]\\nmaxQueries: many|maxQueries",
                "name: apart|name: apart\\n    seeds: [a]|seeds",
                "name: apart|name: Apart!|small letters, digits",
                "config: apart.yaml|fineTunedOf: nobody|no run trains nobody",
                "config: apart.yaml|fineTunedOf: shared\\n    config: x.yaml|either config"
            })
    void whatCannotBeDoneIsRefusedInItsFile(String part, String wrong, String said) {
        String yaml = SOUND.replace(part, wrong.replace("\\n", "\n"));
        assertThat(yaml).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("recipe.yaml", said);
    }
}
