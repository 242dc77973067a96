package io.github.scimult.encoder.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTokenizerTest {
    private static TextTokenizer tokenizer;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws IOException {
        tokenizer = TextTokenizer.load(Golden.path("tokenizer"));
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @Test
    void segmentsAreJoinedByTheSpecialToken() {
        assertThat(tokenizer.encode(SegmentedText.of("title", "abstract"), 16))
                .containsExactly(101, 2516, 102, 10061, 102);
        assertThat(tokenizer.encode(SegmentedText.of("title", " "), 16)).containsExactly(101, 2516, 102);
        assertThat(tokenizer.encode(SegmentedText.of(), 16)).containsExactly(101, 102);
    }

    @Test
    void specialLookingTextIsTextUnlessAskedFor() {
        for (String name : List.of("SEP", "CLS", "PAD", "UNK", "MASK")) {
            int[] asText = tokenizer.encode(SegmentedText.of("a[" + name + "]b", "[" + name + "]"), 32);
            int[] spelled = tokenizer.encode(SegmentedText.of("a [ " + name + " ] b", "[ " + name + " ]"), 32);
            assertThat(asText).isEqualTo(spelled).hasSizeGreaterThan(10);
        }
        SegmentedText text = SegmentedText.of("title[SEP]abstract");
        assertThat(tokenizer.encodeMarked(text, 16)).containsExactly(101, 2516, 102, 10061, 102);
    }

    @Test
    void truncationCutsAtTheEndAndKeepsTheLastSeparator() {
        SegmentedText text = SegmentedText.of("a b c", "d e f");
        int[] whole = tokenizer.encode(text, 16);
        assertThat(whole).hasSize(9);
        for (int length = 2; length < 9; length++) {
            int[] cut = tokenizer.encode(text, length);
            assertThat(cut).hasSize(length).startsWith(101).endsWith(102);
            assertThat(IntStream.of(cut).limit(length - 1).toArray())
                    .isEqualTo(IntStream.of(whole).limit(length - 1).toArray());
        }
        assertThatThrownBy(() -> tokenizer.encode(text, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maximum length 1");
    }

    @Test
    void theBeginningOfALongTextHasTheIdsThatTheWholeTextBeginsWith() {
        String longText =
                "transformers ".repeat(3000) + "é ̈ x ".repeat(2000) + "antidisestablishmentarianism ".repeat(500);
        for (int maxLength : new int[] {2, 64, 512, 5000}) {
            int[] whole = tokenizer.encode(SegmentedText.of(longText), Integer.MAX_VALUE);
            whole[maxLength - 1] = 102;
            assertThat(tokenizer.encode(SegmentedText.of(longText), maxLength))
                    .isEqualTo(IntStream.of(whole).limit(maxLength).toArray());
        }
    }

    @Test
    void halfASurrogatePairDoesNotGarbleTheRest() {
        assertThat(tokenizer.encode(SegmentedText.of("title \uD83D abstract 😀 \uDE00"), 16))
                .isEqualTo(tokenizer.encode(SegmentedText.of("title abstract 😀"), 16));
    }

    @Test
    void manyTextsAtOnceHaveTheIdsOfEachAlone() {
        List<SegmentedText> texts = IntStream.range(0, 500)
                .mapToObj(i -> SegmentedText.of("paper number " + i, "abstract ".repeat(i % 40)))
                .toList();
        int[][] ids = tokenizer.encodeAll(texts, 32);
        for (int i = 0; i < ids.length; i++) {
            assertThat(ids[i]).isEqualTo(tokenizer.encode(texts.get(i), 32));
        }
    }

    @Test
    void aSavedFolderGivesTheSameTokenizer() throws IOException {
        tokenizer.save(folder, 256);
        assertThat(folder.resolve("vocab.txt")).hasSameTextualContentAs(Golden.path("tokenizer/vocab.txt"));
        try (TextTokenizer again = TextTokenizer.load(folder)) {
            assertThat(again.fingerprint()).isEqualTo(tokenizer.fingerprint());
            assertThat(again.encode(SegmentedText.of("Graphène", "[SEP]"), 16))
                    .isEqualTo(tokenizer.encode(SegmentedText.of("Graphène", "[SEP]"), 16));
        }
        Files.delete(folder.resolve("tokenizer.json"));
        try (TextTokenizer fromVocabulary = TextTokenizer.load(folder)) {
            assertThat(fromVocabulary.fingerprint()).isEqualTo(tokenizer.fingerprint());
        }
    }

    @Test
    void specialIdsAndTokensAreThoseOfTheVocabulary() {
        assertThat(tokenizer.vocabularySize()).isEqualTo(30522);
        assertThat(new int[] {tokenizer.padId(), tokenizer.clsId(), tokenizer.sepId()})
                .containsExactly(0, 101, 102);
        assertThat(tokenizer.token(10061)).isEqualTo("abstract");
    }

    @Test
    void aClosedTokenizerRefusesToWork() throws IOException {
        TextTokenizer closed = TextTokenizer.load(Golden.path("tiny-bert"));
        closed.close();
        assertThatThrownBy(() -> closed.encode(SegmentedText.of("text"), 16)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVocabularyThatIsNotUtf8IsRefusedByName() throws IOException {
        Files.write(folder.resolve("vocab.txt"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> TextTokenizer.load(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("vocab.txt")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void damagedFoldersAreRefusedWithTheFilesName() throws IOException {
        assertThatThrownBy(() -> TextTokenizer.load(folder)).hasMessageContaining(folder.toString());
        Path definition = Files.createFile(folder.resolve("tokenizer.json"));
        assertThatThrownBy(() -> TextTokenizer.load(folder)).hasMessageContaining("tokenizer.json");
        Files.writeString(definition, "{\"model\": {\"type\": \"BPE\", \"vocab\": {}}}");
        assertThatThrownBy(() -> TextTokenizer.load(folder)).hasMessageContaining("type BPE");
        String golden = Files.readString(Golden.path("tiny-bert/tokenizer.json"));
        Files.writeString(definition, golden.replace("BertPreTokenizer", "NoSuchPreTokenizer"));
        assertThatThrownBy(() -> TextTokenizer.load(folder))
                .hasMessageContaining("tokenizer.json: the tokenizer library refuses it");
        Files.writeString(definition, "{\"model\": {\"vocab\": {");
        assertThatThrownBy(() -> TextTokenizer.load(folder)).hasMessageContaining("not readable as JSON");
        Files.delete(definition);
        Files.writeString(folder.resolve("vocab.txt"), "[PAD]\n[UNK]\na\n");
        assertThatThrownBy(() -> TextTokenizer.load(folder)).hasMessageContaining("[CLS]");
    }
}
