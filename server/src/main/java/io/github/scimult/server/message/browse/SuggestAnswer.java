package io.github.scimult.server.message.browse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.search.result.NamedValue;
import java.util.List;

/** Names that fit what was typed. */
public record SuggestAnswer(
        @JsonPropertyDescription("The best first.") List<NamedValue> results) {}
