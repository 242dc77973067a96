package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index embeds what somebody searches with as a query, and papers and labels as documents. */
class QueryRoleTest {
    @TempDir
    private Path folder;

    private final Map<String, TextRole> roles = new ConcurrentSkipListMap<>();
    private final WordCountEncoder encoder = new WordCountEncoder(text -> roles.put(text.plain(), text.role()));

    @Test
    void papersAndLabelsAreEmbeddedAsDocuments() throws IOException {
        Path papers = IndexFixture.small(folder.resolve("papers"));
        try (LiteratureCollection collection = LiteratureCollection.open(papers)) {
            new IndexBuilder(collection, encoder, (done, total) -> {})
                    .build(folder.resolve("index"), "m", IndexFixture.FINGERPRINT, () -> false);
        }
        assertThat(roles)
                .containsKeys("Text search Finding texts by words.", "graphs things with edges")
                .doesNotContainValue(TextRole.QUERY);
    }

    @Test
    void searchEmbedsTheWordsAsAQueryHoweverTheyCome() throws IOException {
        try (LiteratureIndex index = index()) {
            index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("drawing trees author:Ann")));
        }
        assertThat(roles).containsEntry("drawing trees", TextRole.QUERY);
    }

    @Test
    void aManuscriptIsEmbeddedAsThePapersAre() throws IOException {
        try (LiteratureIndex index = index()) {
            index.papers(PaperQuery.of(Task.LINK, SegmentedText.of("Drawing trees", "We draw them.")));
            index.labels(SegmentedText.of("Drawing", "We draw."), 1);
        }
        assertThat(roles)
                .containsEntry("Drawing trees We draw them.", TextRole.DOCUMENT)
                .containsEntry("Drawing We draw.", TextRole.DOCUMENT);
    }

    private LiteratureIndex index() throws IOException {
        Path papers = IndexFixture.small(folder.resolve("papers"));
        return LiteratureIndex.open(
                IndexFixture.index(papers, folder.resolve("index")), encoder, IndexFixture.FINGERPRINT);
    }
}
