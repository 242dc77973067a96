package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.base.BaseModel;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tensor.Libtorch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The base model against sentence-transformers: 40 papers and 10 queries of at most 256 tokens. */
class MiniLmParityTest {
    private static int[][] ids;
    private static double[][] means;
    private static double[][] firsts;

    @BeforeAll
    static void readTheReference() throws IOException {
        List<JsonNode> texts = Golden.lines("minilm/texts.jsonl");
        ids = new int[texts.size()][];
        for (JsonNode text : texts) {
            ids[text.get("row").asInt()] = Golden.ints(text.get("ids"));
        }
        SafetensorsFile file = SafetensorsFile.open(Golden.path("minilm/embeddings.safetensors"));
        means = rows(file.get("mean_normalised").toDoubles());
        firsts = rows(file.get("cls").toDoubles());
    }

    @Test
    void floatsGiveTheReferencesVectors() throws IOException {
        try (PretrainedModel model = BaseModel.MINILM.load();
                PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            Encoder encoder = model.load(Precision.FLOAT32).expert(0);
            double[][] vectors = Packing.PACKED.encode(encoder, ids, AttentionKernel.FUSED);
            for (int row = 0; row < ids.length; row++) {
                double[] vector = Numbers.normalised(vectors[row]);
                assertThat(Numbers.difference(vector, means[row]))
                        .as("row %d", row)
                        .isLessThanOrEqualTo(1e-5);
                assertThat(Numbers.cosine(vector, means[row])).as("row %d", row).isGreaterThanOrEqualTo(0.99999);
            }
        }
    }

    @Test
    void floatsGiveTheReferencesFirstTokensOfTheQueries() throws IOException {
        int[] queries = IntStream.range(0, ids.length)
                .filter(row -> ids[row].length < 64)
                .toArray();
        int[][] texts = Arrays.stream(queries).mapToObj(row -> ids[row]).toArray(int[][]::new);
        try (PretrainedModel model = BaseModel.MINILM.load();
                PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            Encoder encoder = GoldenModels.pooled(model.load(Precision.FLOAT32), Pooling.CLS)
                    .expert(0);
            double[][] vectors = Packing.PACKED.encode(encoder, texts, AttentionKernel.EAGER);
            for (int i = 0; i < queries.length; i++) {
                assertThat(Numbers.difference(vectors[i], firsts[queries[i]]))
                        .as("row %d", queries[i])
                        .isLessThanOrEqualTo(2e-5);
            }
        }
    }

    @Test
    void shortFloatsStayNearTheReferencesVectors() throws IOException {
        for (AttentionKernel kernel : AttentionKernel.values()) {
            assertThatShortFloatsStayNear(kernel);
        }
    }

    @Test
    void tokensAreCountedAsTheyAreRead() throws IOException {
        ComputeSettings plan = new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1);
        try (PretrainedModel model = BaseModel.MINILM.load();
                LibtorchEncoder encoder = LibtorchEncoder.of("minilm", model, model.config(), plan)) {
            SegmentedText three = SegmentedText.of("drawing large graphs");
            SegmentedText many = SegmentedText.of("graph ".repeat(1000));
            assertThat(encoder.tokens(List.of(three, many))).isEqualTo(3 + 2 + 256);
        }
    }

    /** On all cores: where a processor has no instructions for bfloat16, this takes a while. */
    private static void assertThatShortFloatsStayNear(AttentionKernel kernel) throws IOException {
        ComputeSettings plan = new ComputeSettings(Precision.BFLOAT16, kernel, Libtorch.threads(0));
        try (PretrainedModel model = BaseModel.MINILM.load();
                LibtorchEncoder encoder = LibtorchEncoder.of("minilm", model, model.config(), plan)) {
            float[][] vectors = encoder.encode(ids, Task.SEARCH);
            for (int row = 0; row < ids.length; row++) {
                assertThat(Numbers.cosine(Numbers.doubles(vectors[row]), means[row]))
                        .as("row %d %s", row, kernel)
                        .isGreaterThanOrEqualTo(0.998);
            }
        }
    }

    private static double[][] rows(double[] flat) {
        int width = flat.length / ids.length;
        return IntStream.range(0, ids.length)
                .mapToObj(row -> Arrays.copyOfRange(flat, row * width, (row + 1) * width))
                .toArray(double[][]::new);
    }
}
