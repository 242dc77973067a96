package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.LockedException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is told of failures that are not its own. */
class FailuresTest {
    private static final String EMBED = "{\"inputs\": \"graphs\"}";

    @TempDir
    private Path folder;

    private ServedFixture failing(RuntimeException failure) throws IOException {
        return ServedFixture.start(folder, Set.of(), Limits.DEFAULTS, new Failing(failure));
    }

    @Test
    void whileAnotherProgramChangesTheLibraryTheClientIsToldToComeBack() throws Exception {
        IOException locked = new LockedException("/srv/index is being changed by another program");
        try (ServedFixture served = failing(new UncheckedIOException(locked))) {
            Answer answer = served.post("/embed", EMBED);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("another program").doesNotContain("/srv");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
    void aFullDiskIsToldAsThat(String reason) throws Exception {
        IOException full = new FileSystemException("/srv/index/_7.fdt", null, reason);
        try (ServedFixture served = failing(new UncheckedIOException(full))) {
            Answer answer = served.post("/embed", EMBED);
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.body()).contains("disk is full").doesNotContain("/srv");
        }
    }

    @Test
    void anArgumentThatTheProgramItselfGotWrongIsNotTheClientsMistake() throws Exception {
        try (ServedFixture served = failing(new IllegalArgumentException("immense term"))) {
            Answer answer = served.post("/embed", EMBED);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("immense term");
        }
    }

    @Test
    void dataOfTheServerThatCannotBeUsedAreNotTheClientsMistake() throws Exception {
        try (ServedFixture served = failing(new BadDataException("/srv/index: damaged"))) {
            Answer answer = served.post("/embed", EMBED);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("/srv");
        }
    }

    @Test
    void aFailureBearsTheNameOfItsRequest() throws Exception {
        try (ServedFixture served = failing(new IllegalStateException("a bug"))) {
            Answer named = served.send(served.request("/embed")
                    .header("X-Request-Id", "proxy-17")
                    .POST(HttpRequest.BodyPublishers.ofString(EMBED))
                    .build());
            assertThat(named.body()).contains("request proxy-17");
            assertThat(named.response().headers().firstValue("X-Request-Id")).hasValue("proxy-17");
            Answer unnamed = served.post("/embed", EMBED);
            String made =
                    unnamed.response().headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(unnamed.body()).contains("request " + made);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "ü"})
    void aNameThatCouldBeMistakenForSomethingElseIsNotTakenOver(String given) throws Exception {
        try (ServedFixture served = failing(new IllegalStateException("a bug"))) {
            Answer answer = served.send(served.request("/embed")
                    .header("X-Request-Id", given)
                    .POST(HttpRequest.BodyPublishers.ofString(EMBED))
                    .build());
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.response().headers().firstValue("X-Request-Id").orElseThrow())
                    .isNotEqualTo(given);
        }
    }

    private record Failing(RuntimeException failure) implements TextEncoder {
        @Override
        public String name() {
            return "failing";
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
            throw failure;
        }
    }
}
