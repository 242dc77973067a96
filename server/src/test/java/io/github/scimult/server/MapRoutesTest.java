package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map, which is large and seldom changes. */
class MapRoutesTest {
    @TempDir
    private Path folder;

    private void write(String title) throws IOException {
        List<CollectionMap.Place> places = IntStream.range(0, 200)
                .mapToObj(i -> new CollectionMap.Place("" + i, title, 0.5f, 0.5f, -1))
                .toList();
        MapFile.write(folder.resolve("index"), new CollectionMap(places, List.of(), List.of()));
    }

    private static HttpResponse<byte[]> map(ServedFixture served, String... headers) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = served.request("/api/map");
            return client.send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void whoHasTheMapIsNotSentItAgainUntilItIsAnother() throws Exception {
        try (ServedFixture served = ServedFixture.start(folder)) {
            write("Graph drawing");
            HttpResponse<byte[]> first = map(served);
            assertThat(first.body()).isEqualTo(Files.readAllBytes(folder.resolve("index/map.json")));
            HttpResponse<byte[]> again = map(served, "If-None-Match", tag(first));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            write("Tree drawing");
            HttpResponse<byte[]> other = map(served, "If-None-Match", tag(first));
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(new String(other.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Tree drawing");
            assertThat(tag(other)).isNotEqualTo(tag(first));
        }
    }

    @Test
    void whoReadsCompressedContentGetsIt() throws Exception {
        try (ServedFixture served = ServedFixture.start(folder)) {
            write("Graph drawing");
            HttpResponse<byte[]> plain = map(served, "Accept-Encoding", "gzip;q=0");
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            HttpResponse<byte[]> zipped = map(served, "Accept-Encoding", "deflate, gzip");
            assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(zipped.body()).hasSizeLessThan(plain.body().length / 4);
            try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
            }
        }
    }
}
