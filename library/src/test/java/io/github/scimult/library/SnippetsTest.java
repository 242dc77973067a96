package io.github.scimult.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/java.md shows, as it stands there. */
class SnippetsTest {
    @TempDir
    private Path folder;

    @Test
    void aModelEmbeds() throws IOException {
        try (LiteratureModel model = LiteratureModel.open("minilm")) {
            SegmentedText paper = SegmentedText.of("Drawing large graphs", "Layouts of networks with many nodes.");
            float[][] vectors = model.embed(Task.LINK, List.of(paper));
            assertThat(vectors).hasDimensions(1, 384);
        }
    }

    @Test
    void aLibraryAnswersAndTakesPapersIn() throws IOException {
        Path index = index();
        try (PaperLibrary library = PaperLibrary.open(index)) {
            for (SearchHit hit : library.search("drawing large graphs", 10)) {
                System.out.println(
                        hit.paper().title() + ", dense rank " + hit.denseRank() + ", BM25 rank " + hit.bm25Rank());
            }
            library.add(List.of(new Paper("new", "Drawing trees", "We lay out trees.")));
            library.addLabels(List.of(new Label("trees", "trees", "graphs without cycles")));
            List<Tag> tags = library.tag(SegmentedText.of("Drawing trees"), 3);
            List<SearchHit> toCite = library.cite("new", 10);
            assertThat(tags).hasSize(1);
            assertThat(toCite).hasSize(1);
            SearchFilter filter = new SearchFilter(2005, null, "IEEE VIS", null, null);
            PaperQuery question = PaperQuery.of(Task.SEARCH, SegmentedText.query("graphs"))
                    .among(filter)
                    .bm25Weight(0);
            List<SearchHit> hits = library.read(served -> served.index().papers(question));
            assertThat(hits).isEmpty();
        }
    }

    private Path index() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(new Paper("1", "Drawing large graphs", "Layouts of networks with many nodes."));
            writer.commit();
        }
        try (LiteratureCollection collection = LiteratureCollection.open(papers);
                LiteratureModel model = LiteratureModel.open("minilm")) {
            new IndexBuilder(collection, model.encoder(), (done, total) -> {})
                    .build(folder.resolve("index"), "minilm", model.fingerprint(), () -> false);
        }
        return folder.resolve("index");
    }
}
