package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.search.tag.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Labels suggested for a paper. */
public record LabelResults(
        @JsonPropertyDescription("The best first.") List<LabelResult> results) {

    /** @param tags the best first */
    public static LabelResults of(List<Tag> tags) {
        return new LabelResults(IntStream.range(0, tags.size())
                .mapToObj(i -> result(i + 1, tags.get(i)))
                .toList());
    }

    private static LabelResult result(int rank, Tag tag) {
        return new LabelResult(
                rank,
                tag.score(),
                Double.isNaN(tag.probability()) ? Optional.empty() : Optional.of(tag.probability()),
                tag.named(),
                tag.neighbours(),
                tag.label());
    }
}
