package io.github.scimult.encoder.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same ids as Hugging Face's Python tokenizer, from a folder that holds {@code vocab.txt} alone. */
class TextTokenizerGoldenTest {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final List<String> SPECIAL = List.of("[SEP]", "[CLS]", "[MASK]", "[PAD]", "[UNK]");

    private static TextTokenizer tokenizer;

    @BeforeAll
    static void load() throws IOException {
        tokenizer = TextTokenizer.load(Golden.path("tokenizer"));
    }

    @AfterAll
    static void close() throws IOException {
        tokenizer.close();
    }

    @Test
    void singleTextsHaveTheIdsOfTheReference() throws IOException {
        List<JsonNode> lines = Golden.lines("tokenizer/single.jsonl");
        assertThat(lines).hasSize(210);
        for (JsonNode line : lines) {
            String text = line.get("text").asText();
            assertIds(line, "ids", tokenizer.encodeMarked(text, UNLIMITED));
            assertIds(line, "ids_16", tokenizer.encodeMarked(text, 16));
            assertIds(line, "ids_512", tokenizer.encodeMarked(text, 512));
        }
    }

    @Test
    void textsWithoutSpecialTokensHaveTheSameIdsAsPlainText() throws IOException {
        for (JsonNode line : Golden.lines("tokenizer/single.jsonl")) {
            String text = line.get("text").asText();
            if (SPECIAL.stream().noneMatch(text::contains)) {
                assertIds(line, "ids", tokenizer.encode(SegmentedText.of(text), UNLIMITED));
                assertIds(line, "ids_16", tokenizer.encode(SegmentedText.of(text), 16));
            }
        }
    }

    @Test
    void pairsHaveTheIdsAndTypesOfTheReference() throws IOException {
        List<JsonNode> lines = Golden.lines("tokenizer/pairs.jsonl");
        assertThat(lines).hasSize(12);
        for (JsonNode line : lines) {
            assertPair(line, "", UNLIMITED);
            assertPair(line, "_16", 16);
            assertPair(line, "_512", 512);
        }
    }

    @Test
    void tinyBertsTextsHaveTheIdsOfTheReference() throws IOException {
        try (TextTokenizer tiny = TextTokenizer.load(Golden.path("tiny-bert"))) {
            for (JsonNode line : Golden.lines("tiny-bert/expected.jsonl")) {
                String text = line.get("text").asText();
                assertIds(line, "ids", tiny.encodeMarked(text, 128));
                String[] segments = text.split(" \\[SEP\\] ", 2);
                boolean noSegmentIsEmpty = segments.length == 1 || !segments[1].isEmpty();
                if (noSegmentIsEmpty && SPECIAL.stream().noneMatch(segments[segments.length - 1]::contains)) {
                    assertIds(line, "ids", tiny.encode(SegmentedText.of(segments), 128));
                }
            }
        }
    }

    private static void assertIds(JsonNode line, String key, int[] ids) throws IOException {
        assertThat(ids).as("%s of %s", key, line.get("text")).isEqualTo(Golden.ints(line.get(key)));
    }

    private static void assertPair(JsonNode line, String suffix, int maxLength) throws IOException {
        TokenPair pair = tokenizer.encodePair(
                line.get("text").asText(), line.get("text_pair").asText(), maxLength);
        assertIds(line, "ids" + suffix, pair.ids());
        assertIds(line, "types" + suffix, pair.types());
    }
}
