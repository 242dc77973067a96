package io.github.scimult.encoder.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Word by word and as a whole, a text has the same ids. */
class WordTokenizerTest {
    private static final Path BERT = Golden.path("tiny-bert/tokenizer.json");
    private static final Path ROBERTA = Golden.path("tiny-roberta/tokenizer.json");

    @Test
    void realTextsHaveTheIdsOfTheWholeText() throws IOException {
        List<String> texts = new ArrayList<>();
        Golden.lines("tokenizer/single.jsonl")
                .forEach(line -> texts.add(line.get("text").asText()));
        Golden.lines("tiny-bert/expected.jsonl")
                .forEach(line -> texts.add(line.get("text").asText()));
        Golden.lines("tiny-roberta/tokens.jsonl")
                .forEach(line -> texts.add(line.get("text").asText()));
        assertSameIds(texts);
    }

    @Test
    void randomCharactersHaveTheIdsOfTheWholeText() throws IOException {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.appendCodePoint(character(random));
            }
            texts.add(text.toString());
        }
        assertSameIds(texts);
    }

    @Test
    void aTokenWithABlankInItIsFound() throws IOException {
        ObjectNode json = definition(BERT).json();
        ObjectNode added = json.path("added_tokens").get(0).deepCopy();
        added.put("id", 600).put("content", "[NEW TOKEN]").put("special", false);
        json.withArrayProperty("added_tokens").add(added);
        TokenizerJson definition = TokenizerJson.of(json, TokenizerFolder.emptyConfiguration(), "test");
        assertThat(definition.goesWordByWord()).isFalse();
        try (TextTokenizer tokenizer = new TextTokenizer(definition, TokenizerFolder.emptyConfiguration())) {
            assertThat(tokenizer.encode(SegmentedText.of("a [NEW TOKEN] b"), 16))
                    .contains(600)
                    .hasSize(5);
        }
    }

    /** Often a blank, a letter or a mark above one; now and then anything. */
    private static int character(Random random) throws IOException {
        String frequent = "   aeoAÉéßİ\u0301\u0308\u200d\t\n\u00a0.,-[]中ﬁ";
        int any = random.nextInt(0x11000);
        return random.nextInt(4) > 0 || Character.isSurrogate((char) any) && any < 0x10000
                ? frequent.codePointAt(random.nextInt(frequent.length()))
                : any;
    }

    private static void assertSameIds(List<String> texts) throws IOException {
        for (Path file : List.of(BERT, ROBERTA)) {
            TokenizerJson definition = definition(file);
            assertThat(definition.goesWordByWord()).isTrue();
            for (byte[] json : List.of(definition.bytes(), definition.withoutSpecialTokens())) {
                assertSameIds(texts, definition, json);
            }
        }
    }

    private static void assertSameIds(List<String> texts, TokenizerJson definition, byte[] json) throws IOException {
        try (WordTokenizer words = new WordTokenizer(definition, json);
                NativeTokenizer whole = new NativeTokenizer(json, "test")) {
            for (String text : texts) {
                int[] expected = whole.ids(text);
                assertThat(words.ids(text)).as(text).isEqualTo(expected);
                assertThat(words.ids(text)).as("%s, again", text).isEqualTo(expected);
            }
        }
    }

    private static TokenizerJson definition(Path file) throws IOException {
        return TokenizerJson.parse(Files.readAllBytes(file), TokenizerFolder.emptyConfiguration(), file.toString());
    }
}
