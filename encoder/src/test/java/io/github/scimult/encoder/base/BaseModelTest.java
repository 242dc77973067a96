package io.github.scimult.encoder.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Sha256;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseModelTest {
    @Test
    void aBaseIsKnownByItsName() {
        assertThat(BaseModel.named("minilm")).contains(BaseModel.MINILM);
        assertThat(BaseModel.named("bge-small")).contains(BaseModel.BGE_SMALL);
        assertThat(BaseModel.named("bge-small-en-v1.5")).isEmpty();
        assertThat(BaseModel.names()).isEqualTo("minilm, bge-small");
    }

    @Test
    void anyOtherNameIsAFolderAndOneThatIsNotThereIsToldTheBases() {
        assertThatThrownBy(() -> BaseModel.load("no-such-base"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("no-such-base", "minilm, bge-small");
    }

    /** Whoever takes a newer artifact into the build changes what is fetched, too. */
    @Test
    void whatIsFetchedIsWhatTheBuildTestsWith() throws IOException, URISyntaxException {
        for (BaseModel base : List.of(BaseModel.MINILM, BaseModel.BGE_SMALL)) {
            BaseArtifact artifact = base.artifact();
            JarURLConnection entry = (JarURLConnection)
                    BaseModel.class.getResource("/" + artifact.weights()).openConnection();
            Path jar = Path.of(entry.getJarFileURL().toURI());
            assertThat(jar.getFileName()).hasToString(artifact.jar());
            assertThat(Files.size(jar)).isEqualTo(artifact.bytes());
            assertThat(Sha256.hex(Files.readAllBytes(jar))).isEqualTo(artifact.sha256());
        }
    }
}
