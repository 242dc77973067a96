package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** A paper as a line of {@code corpus.jsonl} has it: what is sent to be added. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaperLine(
        @JsonProperty("_id") String id,
        Optional<String> title,
        @JsonPropertyDescription("The abstract.") Optional<String> text,
        Optional<Metadata> metadata) {

    /** What else is known of it; more is kept as it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Metadata(
            Optional<Integer> year,
            Optional<String> venue,
            List<String> authors,

            @JsonPropertyDescription("Ids of the papers that it cites.")
            List<String> references) {}
}
