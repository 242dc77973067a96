package io.github.scimult.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.pair.TextKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of text is read in training behind the prompt of its role, as an encoder reads it. */
class PromptedTextsTest {
    private static final Prompts BOTH = new Prompts("find: ", "paper: ");

    @TempDir
    private Path folder;

    private TextTokenizer tokenizer;
    private LiteratureCollection collection;

    @BeforeEach
    void open() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            PaperMetadata metadata = new PaperMetadata(2000, "", List.of(), List.of(), Map.of());
            writer.add(new Paper("p", "graph", "about text. more text", metadata));
            writer.add(new Label("l", "network", ""));
            writer.add(new Query("q", "language"));
            writer.commit();
        }
        collection = LiteratureCollection.open(papers);
        tokenizer = TextTokenizer.load(Golden.path("tiny-bert"));
    }

    @AfterEach
    void close() {
        collection.close();
        tokenizer.close();
    }

    @Test
    void papersAndLabelsHaveThePromptOfDocuments() throws IOException {
        try (CollectionTexts texts = texts(BOTH, 64)) {
            assertThat(texts.ids(TextKind.PAPER, 0)).isEqualTo(ids(64, "paper: graph", "about text. more text"));
            assertThat(texts.ids(TextKind.LABEL, 0)).isEqualTo(ids(64, "paper: network"));
            assertThat(texts.ids(TextKind.ABSTRACT, 0)).isEqualTo(ids(64, "paper: about text. more text"));
        }
    }

    @Test
    void queriesAndPseudoQueriesHaveThePromptOfQueries() throws IOException {
        try (CollectionTexts texts = texts(BOTH, 64)) {
            assertThat(texts.ids(TextKind.QUERY, 0)).isEqualTo(ids(64, "find: language"));
            assertThat(texts.ids(TextKind.TITLE, 0)).isEqualTo(ids(64, "find: graph"));
            assertThat(texts.tokens(TextKind.TITLE, 0)).isEqualTo(ids(64, "find: graph").length);
        }
    }

    @Test
    void aTextBehindAPromptIsNoLongerThanAnother() throws IOException {
        try (CollectionTexts texts = texts(BOTH, 8)) {
            for (TextKind kind : new TextKind[] {TextKind.PAPER, TextKind.TITLE, TextKind.ABSTRACT}) {
                assertThat(texts.ids(kind, 0)).hasSizeLessThanOrEqualTo(8).endsWith(tokenizer.sepId());
            }
        }
    }

    /** The files of token ids are kept: of other prompts they are others. */
    @Test
    void otherPromptsAreReadAnew() throws IOException {
        texts(Prompts.NONE, 64).close();
        texts(BOTH, 64).close();
        try (CollectionTexts texts = texts(new Prompts("search: ", ""), 64)) {
            assertThat(texts.ids(TextKind.QUERY, 0)).isEqualTo(ids(64, "search: language"));
            assertThat(texts.ids(TextKind.PAPER, 0)).isEqualTo(ids(64, "graph", "about text. more text"));
        }
    }

    /** Every epoch asks for the lengths of all; what is closed cannot be read a second time. */
    @Test
    void theLengthOfAPapersPhrasesIsFoundOnce() throws IOException {
        CollectionTexts texts = texts(BOTH, 64);
        int length = texts.tokens(TextKind.PHRASES, 0);
        assertThat(length).isEqualTo(texts.ids(TextKind.PHRASES, 0).length).isGreaterThan(2);
        texts.close();
        assertThatThrownBy(() -> texts.ids(TextKind.PHRASES, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(texts.tokens(TextKind.PHRASES, 0)).isEqualTo(length);
    }

    private int[] ids(int maxLength, String... segments) {
        return tokenizer.encode(SegmentedText.of(segments), maxLength);
    }

    private CollectionTexts texts(Prompts prompts, int maxLength) throws IOException {
        return CollectionTexts.open(
                collection,
                new TokenReading(tokenizer, prompts, maxLength),
                folder.resolve("cache"),
                0,
                (what, done, total) -> {});
    }
}
