package io.github.scimult.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The smaller table of a recipe: a column for each task. */
class RecipeSummaryTest {
    @Test
    void whatNothingWasTrainedOnHasColumnsOfItsOwnBehindTheOthers() {
        List<RecipeRow> rows = List.of(
                row("vis/classification", 0.2),
                row("arxiv/classification", 0.9),
                row("vis/link", 0.3),
                row("hep/link-co-cite", 0.5),
                row("cisi/search", 0.4));
        assertThat(RecipeSummary.markdown(rows, Set.of("vis", "hep"))).isEqualTo("""
                        |  | steps | classification (vis) | link (vis, hep) | classification, held out (arxiv) | search, held out (cisi) |
                        |---|---|---|---|---|---|
                        | shared | 7 | .200 | .400 | .900 | .400 |
                        """);
    }

    private static RecipeRow row(String task, double mean) {
        return new RecipeRow("shared", task, "Recall@20", 10, mean, 0, 1, 7, "");
    }
}
