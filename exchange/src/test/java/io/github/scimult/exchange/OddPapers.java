package io.github.scimult.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Paper;
import java.util.ArrayList;
import java.util.List;

/** Compares what was read with what an odd file says must be. */
public final class OddPapers {
    private OddPapers() {}

    /** Each paper has the fields that are named; there are no others. */
    public static void assertRead(OddFile file, List<Paper> papers, List<List<String>> labels) {
        assertThat(papers).extracting(Paper::title).hasSameSizeAs(file.papers());
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            List<String> ofPaper = labels.get(i);
            JsonNode expected = file.papers().get(i);
            expected.properties()
                    .forEach(field -> assertThat(value(paper, ofPaper, field.getKey()))
                            .as(file.name() + ": " + field.getKey())
                            .isEqualTo(expected(field.getValue())));
        }
    }

    /** Each of what was said is at the line, and has the words, that are named: {@code 3: no title}. */
    public static void assertSaid(List<String> expected, List<String> said) {
        assertThat(said).hasSameSizeAs(expected);
        for (int i = 0; i < said.size(); i++) {
            String[] parts = expected.get(i).split(": ", 2);
            assertThat(said.get(i)).startsWith(parts[0] + ": ").contains(parts[1]);
        }
    }

    private static Object expected(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            return texts;
        }
        return value.isNull() ? "null" : value.asText();
    }

    private static Object value(Paper paper, List<String> labels, String field) {
        return switch (field) {
            case "id" -> paper.id();
            case "title" -> paper.title();
            case "text" -> paper.text();
            case "year" -> String.valueOf(paper.metadata().year());
            case "venue" -> paper.metadata().venue();
            case "authors" -> paper.metadata().authors();
            case "references" -> paper.metadata().references();
            case "keywords", "labels" -> labels;
            default -> String.valueOf(paper.metadata().other().get(field));
        };
    }
}
