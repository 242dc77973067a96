package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.encoder.base.BaseModel;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static PretrainedModel model;

    @BeforeAll
    static void load() throws IOException {
        model = BaseModel.MINILM.load();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void everyWeightIsThereInItsShape() {
        assertThat(model.weights().arrays()).hasSize(101);
        long numbers = model.weights().arrays().values().stream()
                .mapToLong(WeightArray::elements)
                .sum();
        assertThat(numbers).isEqualTo(22_565_376);
    }

    @Test
    void theVocabularyIsTheOneThatTheReferenceUsed() throws IOException, GeneralSecurityException {
        String vocabulary = IntStream.range(0, model.tokenizer().vocabularySize())
                .mapToObj(id -> model.tokenizer().token(id) + "\n")
                .collect(Collectors.joining());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(vocabulary.getBytes(StandardCharsets.UTF_8));
        String expected = MAPPER.readTree(golden("model.json").toFile())
                .get("vocab.txt sha256")
                .asText();
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected);
    }

    @Test
    void idsOfPapersAndQueriesAreThoseOfTheReference() throws IOException {
        for (JsonNode line : texts()) {
            int[] ids = model.tokenizer().encodeMarked(line.get("text").asText(), 256);
            assertThat(ids).as(line.get("name").asText()).isEqualTo(ids(line));
        }
    }

    @Test
    void theMatricesStandTheRightWayRound() throws IOException {
        SafetensorsFile expected = SafetensorsFile.open(golden("embeddings.safetensors"));
        float[] firstTokens = expected.get("cls").toFloats(); // (50, 384)
        JsonNode shortest = texts().stream()
                .min((a, b) -> Integer.compare(a.get("ids").size(), b.get("ids").size()))
                .orElseThrow();
        double[] state = new PlainBert(model).states(ids(shortest))[0]; // (384)
        int begin = shortest.get("row").asInt() * 384;
        for (int i = 0; i < state.length; i++) {
            assertThat(state[i]).isCloseTo(firstTokens[begin + i], offset(2e-5));
        }
    }

    private static List<JsonNode> texts() throws IOException {
        return Files.readAllLines(golden("texts.jsonl")).stream()
                .map(MiniLmTest::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[] ids(JsonNode line) {
        return IntStream.range(0, line.get("ids").size())
                .map(i -> line.get("ids").get(i).asInt())
                .toArray();
    }

    private static Path golden(String name) {
        return Path.of("src/test/resources/golden/minilm").resolve(name);
    }
}
