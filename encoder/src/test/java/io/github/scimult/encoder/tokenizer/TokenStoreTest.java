package io.github.scimult.encoder.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenStoreTest {
    private static TextTokenizer tokenizer;

    @TempDir
    Path folder;

    private final AtomicInteger texts = new AtomicInteger();
    private Path file;

    @BeforeAll
    static void load() throws IOException {
        tokenizer = TextTokenizer.load(Golden.path("tiny-bert"));
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @BeforeEach
    void choosePlace() {
        file = folder.resolve("cache/papers.tokens");
    }

    @Test
    void everyTextHasTheIdsThatTheTokenizerGivesIt() throws IOException {
        List<Integer> reports = new ArrayList<>();
        try (TokenStore store = TokenStore.open(file, source(20_001, "v1", 16), (done, total) -> reports.add(done))) {
            assertThat(store.size()).isEqualTo(20_001);
            IntStream.range(0, store.size()).parallel().forEach(row -> {
                assertThat(store.ids(row)).isEqualTo(tokenizer.encode(text(row), 16));
                assertThat(store.length(row)).isEqualTo(store.ids(row).length);
            });
            assertThatThrownBy(() -> store.ids(20_001)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(reports).isSorted().endsWith(20_001).hasSizeGreaterThan(2);
    }

    @Test
    void theFileIsUsedAgainUntilTextsOrLengthChange() throws IOException {
        assertTokenised(source(100, "v1", 16), 100);
        assertTokenised(source(100, "v1", 16), 0);
        assertTokenised(source(100, "v2", 16), 100);
        assertTokenised(source(100, "v2", 17), 100);
        assertTokenised(source(99, "v2", 17), 99);
        assertThat(Files.list(file.getParent())).containsExactly(file);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        assertTokenised(source(100, "v1", 16), 100);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 40, 64, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertTokenised(source(100, "v1", 16), 100);
            assertThat(file).hasBinaryContent(bytes);
        }
    }

    @Test
    void noTextsMakeAStoreOfNone() throws IOException {
        try (TokenStore store = TokenStore.open(file, source(0, "v1", 16), TokenStore.Progress.silent())) {
            assertThat(store.size()).isZero();
        }
    }

    @Test
    void aTextThatCannotBeReadLeavesNothingBehind() {
        TokenSource broken = new TokenSource(tokenizer, 16, "v1", 10, row -> {
            throw new IllegalStateException("row " + row);
        });
        assertThatThrownBy(() -> TokenStore.open(file, broken, TokenStore.Progress.silent()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file.getParent()).isEmptyDirectory();
    }

    private void assertTokenised(TokenSource source, int expected) throws IOException {
        texts.set(0);
        TokenStore.open(file, source, TokenStore.Progress.silent()).close();
        assertThat(texts.get()).isEqualTo(expected);
    }

    private TokenSource source(int size, String fingerprint, int maxLength) {
        return new TokenSource(tokenizer, maxLength, fingerprint, size, row -> {
            texts.incrementAndGet();
            return text(row);
        });
    }

    private static SegmentedText text(int row) {
        return SegmentedText.of("paper " + row, "a word ".repeat(row % 7));
    }
}
