package io.github.scimult.training;

import static io.github.scimult.training.HardNegativeMiner.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.batch.CollectionTexts;
import io.github.scimult.training.batch.TokenReading;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.fixture.TinyRun;
import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.PairBuilder;
import io.github.scimult.training.pair.TrainingPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mining under a model keeps to its time, by a clock of the test. */
class HardNegativeMinerTest {
    private static final TrainingConfig CONFIG = TrainingConfig.defaults();

    @TempDir
    Path temporary;

    @Test
    void scoringEndsWithTheTimeAndWhatWasMinedUntilThenIsKept() throws IOException {
        Path folder = TinyRun.collection(temporary.resolve("papers"), 2_200);
        ComputeSettings compute = new ComputeSettings(Precision.FLOAT32, AttentionKernel.EAGER, 2);
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"));
                LiteratureCollection papers = LiteratureCollection.open(folder);
                CollectionTexts texts = texts(papers, model);
                LibtorchEncoder encoder = LibtorchEncoder.of("tiny", model, model.config(), compute)) {
            TrainingSource source = source(papers, texts);
            int[][] whole = mined(source, encoder, Integer.MAX_VALUE);
            assertThat(queries(whole)).isGreaterThan(2L * BLOCK);

            int[][] oneBlock = mined(source, encoder, 0);
            int[][] twoBlocks = mined(source, encoder, 1);

            assertThat(queries(oneBlock)).isLessThanOrEqualTo(BLOCK).isGreaterThan(BLOCK / 2);
            assertThat(queries(twoBlocks)).isLessThanOrEqualTo(2L * BLOCK).isGreaterThan(BLOCK);
            for (int query = 0; query < whole.length; query++) {
                assertThat(oneBlock[query]).isIn(new int[0], whole[query]);
                assertThat(twoBlocks[query])
                        .isIn(oneBlock[query].length == 0 ? new int[0] : whole[query], whole[query]);
            }
        }
    }

    /**
     * What is mined in an hour.
     *
     * @param looks at the clock between blocks, before the hour is suddenly over: embedding took a second
     */
    private static int[][] mined(TrainingSource source, LibtorchEncoder encoder, int looks) {
        AtomicInteger left =
                new AtomicInteger(looks == Integer.MAX_VALUE ? looks : 3 + looks); // start, and the probe's two
        AtomicLong now = new AtomicLong();
        return new HardNegativeMiner(
                        CONFIG.hardNegatives(),
                        17,
                        () -> now.addAndGet((left.getAndDecrement() > 0 ? 1 : 3_600) * 1_000_000_000L))
                .byModel(source, encoder, 0, 3_600)
                .rows();
    }

    private static long queries(int[][] mined) {
        return Arrays.stream(mined).filter(rows -> rows.length > 0).count();
    }

    private static TrainingSource source(LiteratureCollection papers, CollectionTexts texts) throws IOException {
        TrainingPairs pairs = PairBuilder.read(papers, Task.LINK, 100, 17);
        return new TrainingSource(
                pairs, texts, CONFIG.batch().settings(Task.LINK.family(), 1), NegativeSource.judged(pairs), 1, 17, 0);
    }

    private CollectionTexts texts(LiteratureCollection papers, PretrainedModel model) throws IOException {
        return CollectionTexts.open(
                papers,
                new TokenReading(model.tokenizer(), Prompts.NONE, 32),
                temporary.resolve("cache"),
                0,
                (what, done, total) -> {});
    }
}
