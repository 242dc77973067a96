package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.server.http.NotEmpty;
import java.util.List;
import java.util.Optional;

/** Texts to embed, as OpenAI's clients send them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmbeddingsRequest(
        @JsonPropertyDescription("The task: search, link or classification.")
        String model,

        @OneOrMore @NotEmpty List<String> input,

        @JsonPropertyDescription(
                "query for what is searched with, document, if not given, for papers and labels: which of its prompts the "
                        + "model reads before the texts. Also search_query, passage and search_document.")
        @JsonProperty("input_type")
        Optional<String> inputType,

        @JsonPropertyDescription("float if not given.") @JsonProperty("encoding_format")
        Optional<Encoding> encodingFormat,

        @JsonPropertyDescription("The model's own; any other is refused.")
        Optional<Integer> dimensions) {

    /** How vectors are written. */
    public enum Encoding {
        @JsonProperty("float")
        FLOAT,
        @JsonProperty("base64")
        BASE64
    }

    public EmbeddingsRequest {
        inputType.ifPresent(type -> InputRole.required("input_type", type));
    }

    /** Texts for vectors of numbers. */
    public EmbeddingsRequest(String model, List<String> input) {
        this(model, input, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the texts are. */
    public TextRole role() {
        return inputType.flatMap(InputRole::named).orElse(TextRole.DOCUMENT);
    }
}
