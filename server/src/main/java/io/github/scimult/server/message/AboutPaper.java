package io.github.scimult.server.message;

import io.github.scimult.core.text.PlainText;
import io.github.scimult.core.text.SegmentedText;
import java.util.Optional;

/** A request about a paper of the index, or about a text. */
public sealed interface AboutPaper permits TagRequest, CiteRequest {
    /** The id of a paper of the index. */
    Optional<String> paper();

    /** The title of a paper that is not in the index. */
    Optional<String> title();

    /** Its abstract. */
    Optional<String> text();

    /** Title and abstract for an encoder to read, without the markup of what they were copied from. */
    default SegmentedText segments() {
        return SegmentedText.of(PlainText.of(title().orElse("")), PlainText.of(text().orElse("")));
    }

    /** @throws IllegalArgumentException unless exactly one of paper and text is given, and the text says something */
    static void requireOneSubject(Optional<String> paper, Optional<String> title, Optional<String> text) {
        boolean texts = title.isPresent() || text.isPresent();
        if (paper.isPresent() == texts) {
            throw new IllegalArgumentException(
                    "say about what: 'paper', the id of one in the index, or 'title' and 'abstract'");
        }
        if (texts && PlainText.showsNothing(title.orElse("")) && PlainText.showsNothing(text.orElse(""))) {
            throw new IllegalArgumentException("'title' and 'abstract' are empty");
        }
    }
}
