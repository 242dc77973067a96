package io.github.scimult.encoder.base;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tensor.Libtorch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The base bge-small against ONNX Runtime on the very file that its weights are read from. */
class BgeSmallTest {
    private static final ComputeSettings PLAN =
            new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, Libtorch.threads(0));

    private static PretrainedModel model;

    @BeforeAll
    static void load() throws IOException {
        model = BaseModel.BGE_SMALL.load();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void itsVectorsAreThoseOfTheFirstTokenInTheGraphThatItIsReadFrom() throws IOException, OrtException {
        int[][] texts = texts();
        assertThat(texts[3]).hasSize(512);
        try (LibtorchEncoder encoder = LibtorchEncoder.of("bge-small", model, model.config(), PLAN)) {
            float[][] vectors = encoder.encode(texts, Task.SEARCH);
            float[][] expected = firstTokens(texts);
            for (int text = 0; text < texts.length; text++) {
                double cosine = Numbers.cosine(Numbers.doubles(vectors[text]), Numbers.doubles(expected[text]));
                assertThat(cosine).as("text %d", text).isGreaterThanOrEqualTo(0.9999);
            }
        }
    }

    @Test
    void aQueryHasTheInstructionBeforeItAndAPaperHasNone() throws IOException, OrtException {
        int[][] texts = Stream.of(
                        "Represent this sentence for searching relevant passages: drawing large graphs",
                        "drawing large graphs")
                .map(text -> model.tokenizer().encodeMarked(text, 512))
                .toArray(int[][]::new);
        float[][] expected = firstTokens(texts);
        try (LibtorchEncoder encoder = LibtorchEncoder.of("bge-small", model, model.config(), PLAN)) {
            float[][] vectors = encoder.encode(
                    List.of(SegmentedText.query("drawing large graphs"), SegmentedText.of("drawing large graphs")),
                    Task.SEARCH);
            for (int text = 0; text < texts.length; text++) {
                assertThat(Numbers.cosine(Numbers.doubles(vectors[text]), Numbers.doubles(expected[text])))
                        .isGreaterThanOrEqualTo(0.9999);
            }
            assertThat(encoder.tokens(List.of(SegmentedText.query("drawing large graphs"))))
                    .isEqualTo(texts[0].length);
        }
    }

    private static int[][] texts() {
        return Stream.of(
                        "drawing large graphs",
                        "We lay out graphs of a million vertices by simulating forces between them.",
                        "naïve Bayes, β-carotene [SEP] 2,4-D",
                        "The spread of an epidemic in a network of cities. ".repeat(60))
                .map(text -> model.tokenizer().encodeMarked(text, model.config().maxLength()))
                .toArray(int[][]::new);
    }

    /** The first token's last state of each text, one text a run: nothing is padded. */
    private static float[][] firstTokens(int[][] texts) throws IOException, OrtException {
        byte[] graph;
        try (InputStream in = BgeSmallTest.class.getResourceAsStream("/bge-small-en-v1.5.onnx")) {
            graph = in.readAllBytes();
        }
        float[][] vectors = new float[texts.length][];
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph)) {
            for (int text = 0; text < texts.length; text++) {
                long[] ones = new long[texts[text].length];
                Arrays.fill(ones, 1);
                try (OnnxTensor ids =
                                tensor(Arrays.stream(texts[text]).asLongStream().toArray());
                        OnnxTensor mask = tensor(ones);
                        OnnxTensor types = tensor(new long[ones.length]);
                        OrtSession.Result result = session.run(
                                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
                    vectors[text] = ((float[][][]) result.get(0).getValue())[0][0];
                }
            }
        }
        return vectors;
    }

    private static OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new long[][] {row});
    }
}
