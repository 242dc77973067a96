package io.github.scimult.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.random.Seeds;
import io.github.scimult.core.task.Task;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.pair.BatchSettings;
import io.github.scimult.training.pair.Epoch;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches and steps of an epoch are what the project's recipes ask for, on papers of five citations and of one to twelve labels. */
class RecipeBatchesTest {
    private static final int PAPERS = 6_000;
    private static final int LABELS = 500;

    @ParameterizedTest
    @ValueSource(strings = {"small", "paper"})
    void aRecipesBatchesAreAsLargeAsItSaysAndAnEpochHasAsManySteps(String name) throws IOException {
        Path place = Path.of("").toAbsolutePath().getParent().resolve("recipes").resolve(name);
        Recipe recipe = Recipe.read(place);
        for (RecipeRun run : recipe.runs()) {
            if (run.trains()) {
                Path file = place.resolve(run.config().orElseThrow());
                TrainingConfig config = ConfigurationReader.read(recipe.training(), file, List.of());
                for (TrainingPairs pairs : List.of(citations(), labels(), searches())) {
                    holds(run.name() + " " + pairs.name(), config, pairs);
                }
            }
        }
    }

    private static void holds(String what, TrainingConfig config, TrainingPairs pairs) {
        BatchSettings settings = config.batch()
                .settings(pairs.task().family(), config.hardNegatives().perPositive());
        int textTokens = config.batch().textTokens(512);
        Epoch epoch = new Epoch(pairs, settings, (kind, row) -> tokens(kind, row, textTokens), 17, 0);
        long examples = IntStream.range(0, pairs.queries().length)
                .mapToLong(query -> Math.ceilDiv(pairs.positives()[query].length, settings.positives()))
                .sum();
        int asked = config.batch().queries();
        int steps = (int) Math.ceilDiv(examples, (long) asked);
        double mean = IntStream.range(0, epoch.batches())
                .mapToObj(epoch::batch)
                .mapToInt(batch -> batch.queries().length)
                .average()
                .orElseThrow();
        assertThat(epoch.batches()).as("%s: steps an epoch", what).isEqualTo(steps);
        assertThat(mean)
                .as("%s: mean queries a batch, %d asked for", what, asked)
                .isBetween(0.98 * examples / steps, (double) asked);
    }

    /** A paper's text is as long as may be; a label has 3 to 10 tokens, a search 5 to 20. */
    private static int tokens(TextKind kind, int row, int textTokens) {
        int random = Math.floorMod(Seeds.derive(5, kind.ordinal(), row), 1000);
        return switch (kind) {
            case LABEL -> 3 + random % 8;
            case QUERY -> 5 + random % 16;
            default -> textTokens;
        };
    }

    private static TrainingPairs citations() {
        return pairs(Task.LINK, TextKind.PAPER, TextKind.PAPER, PAPERS, 5, 5);
    }

    private static TrainingPairs labels() {
        return pairs(Task.CLASSIFICATION, TextKind.PAPER, TextKind.LABEL, LABELS, 1, 12);
    }

    private static TrainingPairs searches() {
        return pairs(Task.SEARCH, TextKind.QUERY, TextKind.PAPER, PAPERS, 1, 4);
    }

    private static TrainingPairs pairs(
            Task task, TextKind queryKind, TextKind candidateKind, int candidates, int fewest, int most) {
        SplittableRandom random = new SplittableRandom(7);
        int[][] positives = new int[PAPERS][];
        int[][] negatives = new int[PAPERS][];
        for (int query = 0; query < PAPERS; query++) {
            int[] drawn = random.ints(0, candidates)
                    .distinct()
                    .limit(1 + random.nextInt(fewest, most + 1))
                    .toArray();
            negatives[query] = new int[] {drawn[0]};
            positives[query] = IntStream.of(drawn).skip(1).sorted().toArray();
        }
        int[] rows = IntStream.range(0, PAPERS).toArray();
        return new TrainingPairs(
                "generated", task, queryKind, candidateKind, candidates, rows, positives, negatives, positives);
    }
}
