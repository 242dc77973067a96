package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.base.BaseModel;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Indexes hold fingerprints: those that the first versions computed must stay. */
class ModelFingerprintTest {
    private static final Path TINY = Golden.path("tiny-bert");

    @Test
    void aPlainModelKeepsTheFingerprintOfTheFirstVersions() throws IOException {
        try (PretrainedModel model = ModelFolder.load(TINY)) {
            assertThat(model.fingerprint())
                    .isEqualTo("fd348966e1a58a238ee1f8055e3d076b")
                    .isSameAs(model.fingerprint());
        }
        try (PretrainedModel model = BaseModel.MINILM.load()) {
            assertThat(model.fingerprint()).isEqualTo("aca40ae82f1829143d8581aca18a9b60");
        }
    }

    @Test
    void soDoesOneWithExperts() throws IOException {
        Path file = Golden.path("release-attention-experts/model.zip.ckpt");
        try (PretrainedModel model = SciMultCheckpoint.load(file, TINY, null)) {
            assertThat(model.fingerprint()).isEqualTo("2ba91ae8d15e594fd35c375e2b61a39e");
        }
    }

    @Test
    void soDoesOneThatReadsInstructions() throws IOException {
        try (PretrainedModel model = ModelFolder.load(TINY)) {
            InstructionConfig instructions = new InstructionConfig(
                    InstructionConfig.Reader.OWN_ENCODER, Map.of("link", "Find.", "search", "Seek."), 0.5);
            EncoderConfig config = model.config().withInstructions(instructions);
            PretrainedModel prefix =
                    new PretrainedModel(config, model.weights().withCopies(config), model.tokenizer(), "prefix");
            assertThat(prefix.fingerprint()).isEqualTo("448003ab341a978037c7953980992bbc");
        }
    }
}
