package io.github.scimult.encoder.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RoBERTa's byte-level BPE against Hugging Face's, on texts that are easily got wrong. */
class BytePairTokenizerTest {
    private static final Path GOLDEN = Golden.path("tiny-roberta");
    private static final int BEGIN = 0;
    private static final int END = 2;

    @TempDir
    Path folder;

    @Test
    void everyTextHasTheReferencesIds() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(GOLDEN)) {
            assertThat(agrees(tokenizer)).isGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void theOlderFilesAloneGiveTheSameIds() throws IOException {
        for (String file : List.of("vocab.json", "merges.txt")) {
            Files.copy(GOLDEN.resolve(file), folder.resolve(file));
        }
        try (TextTokenizer tokenizer = TextTokenizer.load(folder)) {
            assertThat(agrees(tokenizer)).isGreaterThanOrEqualTo(60);
        }
        Files.delete(folder.resolve("merges.txt"));
        assertThatThrownBy(() -> TextTokenizer.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nor vocab.json with merges.txt");
    }

    @Test
    void whatIsSavedGivesTheSameIds() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(GOLDEN)) {
            tokenizer.save(folder);
            assertThat(folder.resolve("merges.txt")).hasSameTextualContentAs(GOLDEN.resolve("merges.txt"));
            try (TextTokenizer again = TextTokenizer.load(folder)) {
                assertThat(again.fingerprint()).isEqualTo(tokenizer.fingerprint());
                assertThat(agrees(again)).isGreaterThanOrEqualTo(60);
            }
        }
    }

    private static int agrees(TextTokenizer tokenizer) throws IOException {
        int compared = 0;
        for (JsonNode line : Golden.lines("tiny-roberta/tokens.jsonl")) {
            String text = line.get("text").asText();
            assertThat(tokenizer.encodeMarked(text, 100_000))
                    .as(line.get("name").asText())
                    .isEqualTo(Golden.ints(line.get("ids")));
            assertThat(tokenizer.encodeMarked(text, 128))
                    .as("%s, cut", line.get("name"))
                    .isEqualTo(Golden.ints(line.get("cut")));
            compared++;
        }
        return compared;
    }

    @Test
    void segmentsAreJoinedByTheSeparator() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(GOLDEN)) {
            int[] title = tokenizer.encode(SegmentedText.of("drawing graphs"), 128);
            int[] text = tokenizer.encode(SegmentedText.of("a method"), 128);
            assertThat(title).startsWith(BEGIN).endsWith(END);
            assertThat(tokenizer.encode(SegmentedText.of("drawing graphs", "a method"), 128))
                    .isEqualTo(IntStream.concat(
                                    Arrays.stream(title), Arrays.stream(text).skip(1))
                            .toArray());
            assertThat(new int[] {tokenizer.clsId(), tokenizer.padId(), tokenizer.sepId()})
                    .containsExactly(BEGIN, 1, END);
        }
    }

    @Test
    void specialTokensInsideATextAreTextUnlessTheyAreMarked() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(GOLDEN)) {
            SegmentedText text = SegmentedText.of("large </s> graphs");
            assertThat(inner(tokenizer.encode(text, 128))).doesNotContain(END);
            assertThat(inner(tokenizer.encodeMarked(text, 128))).containsOnlyOnce(END);
        }
    }

    private static int[] inner(int[] ids) {
        return Arrays.copyOfRange(ids, 1, ids.length - 1);
    }

    @Test
    void aPieceThatBeginsWithABlankBeginsAWord() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(GOLDEN)) {
            int[] ids = inner(tokenizer.encode(SegmentedText.of("the cooperation of graphs, it is"), 128));
            StringBuilder words = new StringBuilder();
            for (int id : ids) {
                words.append(tokenizer.continuesWord(id) ? "" : "|").append(tokenizer.text(id));
            }
            assertThat(words.toString()).isEqualTo("the|cooperation|of|graphs|,|it|is");
        }
    }

    @Test
    void otherSchemesAreRefusedByNameWithThoseThatAreSupported() {
        byte[] unigram = "{\"model\": {\"type\": \"Unigram\", \"vocab\": {}}}".getBytes();
        assertThatThrownBy(() -> TextTokenizer.fromJson(unigram, "x/tokenizer.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x/tokenizer.json")
                .hasMessageContaining("Unigram")
                .hasMessageContaining("BERT's WordPiece and RoBERTa's byte-level BPE");
        byte[] characters = "{\"model\": {\"type\": \"BPE\", \"vocab\": {}}}".getBytes();
        assertThatThrownBy(() -> TextTokenizer.fromJson(characters, "x/tokenizer.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("type BPE is not supported");
    }
}
