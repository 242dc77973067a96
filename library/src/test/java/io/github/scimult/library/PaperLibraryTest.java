package io.github.scimult.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program on the JVM does with a library of papers, with the model that comes with the program. */
class PaperLibraryTest {
    @TempDir
    private static Path folder;

    private static Path index;

    @BeforeAll
    static void build() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(paper("1", "Drawing large graphs", "Layouts of networks with many nodes.", List.of("2")));
            writer.add(paper("2", "A spring embedder", "Nodes repel each other, edges pull them together.", List.of()));
            writer.add(paper("3", "Cooking rice", "How much water rice needs.", List.of()));
            writer.add(new Label("g", "graph drawing", "placing nodes and edges in the plane"));
            writer.add(new Label("c", "cooking", "preparing food"));
            writer.commit();
        }
        index = folder.resolve("index");
        try (LiteratureCollection collection = LiteratureCollection.open(papers);
                LiteratureModel model = LiteratureModel.open(LiteratureModel.BUILT_IN)) {
            new IndexBuilder(collection, model.encoder(), (done, total) -> {})
                    .build(index, LiteratureModel.BUILT_IN, model.fingerprint(), () -> false);
        }
    }

    private static Paper paper(String id, String title, String text, List<String> references) {
        return new Paper(id, title, text, new PaperMetadata(2000, "", List.of(), references, Map.of()));
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.paper().id()).toList();
    }

    @Test
    void itSearchesTagsAndCites() throws IOException {
        try (PaperLibrary library = PaperLibrary.open(index)) {
            assertThat(ids(library.search("food from grain", 1))).containsExactly("3");
            assertThat(library.tag(SegmentedText.of("Force-directed layouts"), 1)
                            .getFirst()
                            .label()
                            .id())
                    .isEqualTo("g");
            assertThat(ids(library.cite(SegmentedText.of("Force-directed layouts"), 2)))
                    .containsExactlyInAnyOrder("1", "2");
            assertThat(ids(library.cite("1", 5))).containsExactly("3");
            assertThatThrownBy(() -> library.cite("9", 5)).hasMessageContaining("there is no paper '9'");
        }
    }

    @Test
    void whatIsAddedIsFoundAtOnceByEveryThread() throws Exception {
        try (PaperLibrary library = PaperLibrary.open(index);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            library.add(List.of(new Paper("k", "Knitting", "Patterns for wool.")));
            Callable<List<String>> asking = () -> ids(library.search("woollen pullovers", 1));
            for (Future<List<String>> answer : threads.invokeAll(List.of(asking, asking, asking, asking))) {
                assertThat(answer.get()).containsExactly("k");
            }
            library.delete("k");
            assertThat(ids(library.search("woollen pullovers", 4))).doesNotContain("k");
            library.addLabels(List.of(new Label("w", "knitting", "textiles made of wool")));
            assertThat(library.tag(SegmentedText.of("woollen pullovers"), 1)
                            .getFirst()
                            .label()
                            .id())
                    .isEqualTo("w");
        }
    }

    @Test
    void aModelEmbedsForATask() throws IOException {
        try (LiteratureModel model = LiteratureModel.open(LiteratureModel.BUILT_IN)) {
            float[][] vectors = model.embed(
                    Task.LINK,
                    List.of(SegmentedText.of("Drawing graphs", "We lay out graphs."), SegmentedText.of("Rice")));
            assertThat(vectors).hasDimensions(2, model.dimension());
        }
    }

    @Test
    void aFolderThatIsNoModelIsRefused() {
        assertThatThrownBy(() -> LiteratureModel.open(
                        folder.resolve("papers/corpus.jsonl").toString()))
                .hasMessageContaining("is a file; a model is a folder");
    }
}
