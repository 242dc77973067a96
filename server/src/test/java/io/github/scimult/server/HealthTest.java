package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What health says when the server can answer no more. */
class HealthTest {
    @TempDir
    private Path folder;

    @Test
    void anEncoderThatHasEndedMakesTheServerNeitherReadyNorLive() throws Exception {
        try (ServedFixture served = ServedFixture.start(folder, Set.of(), Limits.DEFAULTS, new Broken())) {
            assertThat(served.get("/health/live").status()).isEqualTo(200);
            assertThat(served.post("/embed", "{\"inputs\": \"graphs\"}").status())
                    .isEqualTo(500);
            Answer later = served.post("/embed", "{\"inputs\": \"graphs\"}");
            assertThat(later.status()).isEqualTo(503);
            assertThat(later.response().headers().firstValue("Retry-After")).isPresent();
            for (String path : List.of("/health/live", "/health/ready")) {
                Answer health = served.get(path);
                assertThat(health.status()).as(path).isEqualTo(503);
                assertThat(health.body()).as(path).contains("the encoder has ended", "no memory");
            }
        }
    }

    private record Broken() implements TextEncoder {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public int dimension() {
            return 64;
        }

        @Override
        public Similarity similarity() {
            return Similarity.COSINE;
        }

        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            throw new OutOfMemoryError("no memory");
        }
    }
}
