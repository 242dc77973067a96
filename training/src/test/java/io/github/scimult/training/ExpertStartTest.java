package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.BlockPattern;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experts begin as copies of the shared encoder, and part from it only by training. */
class ExpertStartTest {
    private static final List<String> EXPERTS = List.of("search", "link", "classification");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"mod2:attn", "mod2:fwd", "mod2:attn,fwd", "top1", "mod1:fwd"})
    void afterTheCopyAllExpertsEmbedAsTheSharedEncoderBitForBit(String pattern) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope();
                PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderConfig config = model.config()
                    .withExperts(BlockPattern.parse(pattern, model.config().layers(), EXPERTS));
            Encoder shared = model.load(Precision.FLOAT32).expert(0);
            EncoderWeights copied = model.load(config, Precision.FLOAT32);
            double[][] expected = Packing.PACKED.encode(shared, texts, AttentionKernel.FUSED);
            for (String expert : EXPERTS) {
                Encoder own = copied.expertFor(Task.parse(expert));
                assertThat(Packing.PACKED.encode(own, texts, AttentionKernel.FUSED))
                        .isDeepEqualTo(expected);
            }
        }
    }

    @Test
    void trainingOneTaskLeavesTheOthersExpertsAsTheyWere() throws IOException {
        Path collection = TinyRun.collection(temporary.resolve("papers"), 40);
        TinyRun run = new TinyRun(
                temporary.resolve("run"),
                collection,
                "variant=mha-experts",
                "tasks.weights.link=1",
                "budget.steps=4",
                "merge.alpha=1");
        run.start(Integer.MAX_VALUE);
        Map<String, int[]> before = TinyRun.weights(Golden.path("tiny-bert/model.safetensors"));
        Map<String, int[]> after = TinyRun.weights(run.folder().resolve("model.safetensors"));
        for (String weight : List.of("query", "key", "value")) {
            String name = "model.safetensors encoder.layer.1.attention.%sself." + weight + ".weight";
            int[] start = before.get(name.formatted(""));
            assertThat(after.get(name.formatted("experts.search."))).isEqualTo(start);
            assertThat(after.get(name.formatted("experts.classification."))).isEqualTo(start);
            assertThat(after.get(name.formatted("experts.link."))).isNotEqualTo(start);
        }
    }
}
