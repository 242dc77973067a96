package io.github.scimult.library;

import io.github.scimult.core.journal.Change;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.live.GivenModel;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.live.LiveLibrary;
import io.github.scimult.library.live.ModelOpener;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Search, label suggestion and citation recommendation: a library, made by {@code scimult index}, with its model. Safe for use by many
 * threads, and by several programs at once.
 *
 * <pre>{@code
 * try (PaperLibrary library = PaperLibrary.open(Path.of("library/"))) {
 *     library.search("drawing large graphs", 10).forEach(hit -> System.out.println(hit.paper().title()));
 *     library.add(List.of(new Paper("new", "Drawing trees", "We lay out trees.")));
 * }
 * }</pre>
 */
public final class PaperLibrary implements AutoCloseable {
    private final OpenModel model;
    private final LiveLibrary library;

    private PaperLibrary(OpenModel model, LiveLibrary library) {
        this.model = model;
        this.library = library;
    }

    /**
     * Opens a library with the model that its index was made with.
     *
     * @throws BadDataException if there is no whole library, or its model is no longer where it was
     */
    public static PaperLibrary open(Path folder) throws IOException {
        return open(folder, LiteratureModel.open(modelOf(folder)));
    }

    /**
     * Opens a library.
     *
     * @param model the one that its index was made with; closed with the library, or at once if it does not fit
     * @throws BadDataException if there is no whole library, or its index is one of another model
     */
    public static PaperLibrary open(Path folder, OpenModel model) throws IOException {
        try {
            LiteratureIndex.facts(new LibraryFolder(folder).index()).requireModel(folder, model.fingerprint());
            ModelOpener models = new GivenModel(model, facts -> LiteratureModel.open(facts.model()));
            return new PaperLibrary(model, LiveLibrary.open(folder, models));
        } catch (IOException | RuntimeException failure) {
            model.close();
            throw failure;
        }
    }

    /** Where a library's index says that its model was. */
    public static String modelOf(Path folder) throws IOException {
        return LiteratureIndex.facts(new LibraryFolder(folder).index()).model();
    }

    /** Papers for a typed query, the best first. */
    public List<SearchHit> search(String query, int limit) throws IOException {
        PaperQuery asked =
                PaperQuery.of(Task.SEARCH, SegmentedText.query(query)).limit(limit);
        return library.read(served -> served.index().papers(asked));
    }

    /** Suggested labels for a paper, the most likely first, as {@code scimult tag} suggests them. */
    public List<Tag> tag(SegmentedText paper, int limit) throws IOException {
        return library.read(served -> served.tagger().tags(paper, Set.of(), limit, false));
    }

    /** Papers that a paper should cite, without itself, the best first. */
    public List<SearchHit> cite(SegmentedText paper, int limit) throws IOException {
        PaperQuery asked = PaperQuery.of(Task.LINK, paper).limit(limit).withoutAsked(true);
        return library.read(served -> served.index().papers(asked));
    }

    /**
     * Papers that a paper of the library should cite, without itself and what it cites already.
     *
     * @throws IllegalArgumentException if there is no paper of this id
     */
    public List<SearchHit> cite(String id, int limit) throws IOException {
        return library.read(served -> {
            IndexedPaper paper = served.index()
                    .paper(id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no paper '" + id + "' in the library"));
            return served.index()
                    .papers(PaperQuery.of(Task.LINK, paper.segments())
                            .among(SearchFilter.NONE.without(paper.known()))
                            .limit(limit)
                            .withoutAsked(true));
        });
    }

    /** Adds papers, or replaces those of the same id; when the call returns they are on the disk and are found. */
    public void add(List<Paper> papers) throws IOException {
        write(papers.stream().map(Change.PutPaper::new).toList());
    }

    /** Adds labels, or replaces those of the same id; they tag at once. */
    public void addLabels(List<Label> labels) throws IOException {
        write(labels.stream().map(Change.PutLabel::new).toList());
    }

    /** Deletes a paper, if it is there. */
    public void delete(String id) throws IOException {
        write(List.of(new Change.DeletePaper(id)));
    }

    /** Makes any changes, all of them or none; when the call returns they are on the disk and are seen. */
    public void write(List<? extends Change> changes) throws IOException {
        if (!changes.isEmpty()) {
            library.write(List.copyOf(changes));
        }
    }

    /** Asks in other ways than the above. The index stays open for the length of the call. */
    public <T> T read(LiveLibrary.Reading<T> reading) throws IOException {
        return library.read(reading);
    }

    @Override
    public void close() throws IOException {
        library.close();
        model.close();
    }
}
