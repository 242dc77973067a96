package io.github.scimult.model.golden;

import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.checkpoint.ReleaseNames;
import io.github.scimult.model.checkpoint.SafetensorsFile;
import io.github.scimult.model.checkpoint.WeightMap;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.ExpertLayout;
import io.github.scimult.model.nn.Pooling;
import io.github.scimult.model.nn.Precision;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tiny random models of {@code golden/}, each weight a leaf that can have a gradient. */
public final class GoldenModels {
    private GoldenModels() {}

    /** {@code tiny-bert}: everything shared, [CLS]. */
    public static Encoder tinyBert(Precision precision) throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            return EncoderWeights.encoder(model.config(), model.weights(), precision);
        }
    }

    /** {@code release-attention-experts} or {@code release-ffn-experts}: three experts in blocks 1 and 3. */
    public static Encoder release(String folder, Precision precision) throws IOException {
        String file = folder + "/weights.safetensors";
        WeightMap weights = new WeightMap(
                ReleaseNames.translate(SafetensorsFile.open(Golden.path(file)).arrays(), file), file);
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            return EncoderWeights.encoder(model.config().withExperts(layout(folder)), weights, precision);
        }
    }

    /** {@code instruction-variant}'s second encoder, which reads instructions in the Prefix variant. */
    public static Encoder prefixReader(Precision precision) throws IOException {
        String file = "instruction-variant/prefix-instruction-encoder.safetensors";
        WeightMap weights =
                new WeightMap(SafetensorsFile.open(Golden.path(file)).arrays(), file);
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            return EncoderWeights.encoder(model.config(), weights, precision);
        }
    }

    /** The release's {@code mod2:attn} or {@code mod2:fwd} in four blocks. */
    public static ExpertLayout layout(String folder) {
        List<Integer> blocks = List.of(1, 3);
        boolean attention = folder.equals("release-attention-experts");
        return new ExpertLayout(
                ReleaseNames.EXPERTS, Map.of(), attention ? blocks : List.of(), attention ? List.of() : blocks);
    }

    /** The same encoder read out in another way. */
    public static Encoder pooled(Encoder encoder, Pooling pooling) {
        EncoderConfig config = encoder.config();
        return encoder.withConfig(config.withReadout(pooling, config.similarity(), config.scale()));
    }

    /** Makes every weight one that backward passes reach. */
    public static Encoder trainable(Encoder encoder) {
        encoder.visit((name, weight) -> weight.set_requires_grad(true));
        return encoder;
    }
}
