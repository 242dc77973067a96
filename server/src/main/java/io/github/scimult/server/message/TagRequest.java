package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.search.tag.LabelRules;
import io.github.scimult.server.http.Range;
import io.github.scimult.server.http.ResultCount;
import java.util.List;
import java.util.Optional;

/** What labels fit a paper? */
public record TagRequest(
        @JsonPropertyDescription("The id of a paper of the index; instead of a title and an abstract.")
        Optional<String> paper,

        Optional<String> title,
        @JsonProperty("abstract") Optional<String> text,

        @JsonPropertyDescription("The number of results; 10 if not given.") @ResultCount
        Optional<Integer> top,

        @JsonPropertyDescription("Only labels of at least this probability; all if not given.")
        @Formerly("least")
        @Range(min = 0, max = 1)
        Optional<Double> minProbability,

        @JsonPropertyDescription("Whether a label may stand beside one below it; false if not given.")
        Optional<Boolean> ancestors,

        @JsonPropertyDescription(
                "Labels that are not suggested: an id; an id and /*, for the label and all below it; or * for all.")
        List<String> exclude,

        @JsonPropertyDescription(
                "Labels that are suggested all the same, in the same form; where none is excluded, these alone. The nearest rule counts.")
        List<String> include)
        implements AboutPaper {
    public TagRequest {
        AboutPaper.requireOneSubject(paper, title, text);
    }

    /** Labels for a text. */
    public static TagRequest of(String title, String text, int top) {
        return new TagRequest(
                Optional.empty(),
                Optional.of(title),
                Optional.of(text),
                Optional.of(top),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Which labels may be suggested. */
    public LabelRules rules() {
        return new LabelRules(exclude, include);
    }
}
