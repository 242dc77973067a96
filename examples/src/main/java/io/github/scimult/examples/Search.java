package io.github.scimult.examples;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.nio.file.Path;

/** Searches an index, labels a text and recommends citations for it. Arguments: the index's folder, a query or a title. */
public final class Search {
    private static final int LIMIT = 3;

    private Search() {}

    public static void main(String[] args) throws IOException {
        try (PaperLibrary library = PaperLibrary.open(Path.of(args[0]))) {
            for (SearchHit hit : library.search(args[1], LIMIT)) {
                System.out.println("found: " + hit.paper().title());
            }
            SegmentedText manuscript = SegmentedText.of(args[1]);
            for (Tag suggested : library.tag(manuscript, LIMIT)) {
                System.out.println("label: " + suggested.label().name());
            }
            for (SearchHit hit : library.cite(manuscript, LIMIT)) {
                System.out.println("cite: " + hit.paper().title());
            }
        }
    }
}
