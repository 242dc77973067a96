package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** Vectors of texts, as OpenAI's clients read them. */
public record EmbeddingsAnswer(String object, String model, List<Embedding> data, Usage usage) {

    /** A vector, and which text's it is. */
    public record Embedding(
            String object,
            @JsonPropertyDescription("From 0.") int index,

            @JsonPropertyDescription("Of length 1; in base64 the bytes of its 32-bit floats, little-endian.")
            Vector embedding) {}

    /** The numbers of a vector. */
    public sealed interface Vector {}

    /** As numbers. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Numbers(@JsonValue float[] numbers) implements Vector {}

    /** As the bytes of 32-bit floats, little-endian, in base64. */
    public record Base64Bytes(@JsonValue String text) implements Vector {}
}
