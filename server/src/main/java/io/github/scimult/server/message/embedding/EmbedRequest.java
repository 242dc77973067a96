package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.server.http.NotEmpty;
import java.util.List;
import java.util.Optional;

/** Texts to embed, as clients of text-embeddings-inference send them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmbedRequest(
        @OneOrMore @NotEmpty List<String> inputs,

        @JsonPropertyDescription("The task; search if not given.")
        Optional<String> model,

        @JsonPropertyDescription(
                "The prompt that the model reads before the texts: query for what is searched with; document, or passage, for papers "
                        + "and labels, if not given. Or the task.")
        @JsonProperty("prompt_name")
        Optional<String> promptName,

        @JsonPropertyDescription("Whether vectors are of length 1; true if not given.")
        Optional<Boolean> normalize,

        @JsonPropertyDescription(
                "Whether a text that is longer than the model reads is cut at its end; true if not given. It is refused if false.")
        Optional<Boolean> truncate,

        @JsonPropertyDescription("Right alone: a text is cut at its end.") @JsonProperty("truncation_direction")
        Optional<String> truncationDirection,

        @JsonPropertyDescription("The model's own; any other is refused.")
        Optional<Integer> dimensions) {
    private static final String RIGHT = "right";

    public EmbedRequest {
        boolean both =
                model.isPresent() && promptName.isPresent() && role(promptName).isEmpty();
        if (both && !model.equals(promptName)) {
            throw new IllegalArgumentException("'model' and 'prompt_name' are both the task, and differ");
        }
        if (truncationDirection.isPresent() && !truncationDirection.get().equalsIgnoreCase(RIGHT)) {
            throw new IllegalArgumentException("'truncation_direction' can only be Right: texts are cut at their end");
        }
    }

    /** Texts for vectors of length 1. */
    public static EmbedRequest of(String task, List<String> inputs) {
        return new EmbedRequest(
                inputs,
                Optional.of(task),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The task's name, if one is given. */
    public Optional<String> task() {
        return model.or(() -> promptName.filter(name -> InputRole.named(name).isEmpty()));
    }

    /** What the texts are. */
    public TextRole role() {
        return role(promptName).orElse(TextRole.DOCUMENT);
    }

    private static Optional<TextRole> role(Optional<String> promptName) {
        return promptName.flatMap(InputRole::named);
    }
}
