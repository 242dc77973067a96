package io.github.scimult.library.live;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.indexing.IndexBuild;
import io.github.scimult.library.indexing.IndexOptions;
import io.github.scimult.library.indexing.LibraryBuild;
import io.github.scimult.search.index.IndexFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small library, whose models are word counts of several names. */
public final class LibraryFixture {
    /** The first index's model. */
    public static final String FIRST = "first";

    private LibraryFixture() {}

    /** A model of a name, which is its fingerprint. */
    public static OpenModel model(String name) {
        return OpenModel.of(new WordCountEncoder(), name);
    }

    /** Opens whatever model an index names. */
    public static OpenModel open(IndexFacts facts) {
        return model(facts.modelFingerprint());
    }

    /** Opens a library with its own model. */
    static LiveLibrary open(LibraryFolder library) throws IOException {
        return LiveLibrary.open(library.root(), LibraryFixture::open);
    }

    /** The change that puts a paper of a title. */
    static Change put(String id, String title) {
        return new Change.PutPaper(new Paper(id, title, ""));
    }

    /** Whether a paper is in the index that is read. */
    static boolean has(LiveLibrary library, String id) throws IOException {
        return library.read(served -> served.index().paper(id)).isPresent();
    }

    /** Three papers, of which the first has a label, and two labels. */
    public static Path collection(Path folder) throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            writer.add(paper("1", "Graph drawing", Map.of("doi", "10.1/1")));
            writer.add(paper("2", "Tree drawing", Map.of()));
            writer.add(paper("3", "Text search", Map.of()));
            writer.add(new Label("g", "graphs", "things with edges"));
            writer.add(new Label("t", "texts", "things with words"));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "g", 1));
            writer.commit();
        }
        return folder;
    }

    private static Paper paper(String id, String title, Map<String, Object> other) {
        return new Paper(id, title, "", new PaperMetadata(2000, "GD", List.of("Ann"), List.of(), other));
    }

    /** Makes a library of the collection. */
    public static LibraryFolder library(Path folder) throws IOException {
        Path root = folder.resolve("library");
        try (LiteratureCollection papers = LiteratureCollection.open(collection(folder.resolve("papers")))) {
            build(LibraryBuild.ofCollection(root, papers), papers, FIRST);
        }
        return new LibraryFolder(root);
    }

    /** Builds a newer index with another model. */
    public static void reindex(LibraryFolder library, String model) throws IOException {
        LibraryBuild build = LibraryBuild.ofChanges(library);
        try (LiteratureCollection papers = LiteratureCollection.open(build.collection())) {
            build(build, papers, model);
        }
    }

    private static void build(LibraryBuild build, LiteratureCollection papers, String model) throws IOException {
        IndexBuild index =
                new IndexBuild(papers, model, model, new WordCountEncoder(), IndexOptions.DEFAULTS.of(build.origin()));
        build.run(index, model(model), event -> {}, () -> false);
    }
}
