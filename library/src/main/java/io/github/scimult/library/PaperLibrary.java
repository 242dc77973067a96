package io.github.scimult.library;

import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.LiveIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.tag.Tag;
import io.github.scimult.search.tag.TagFile;
import io.github.scimult.search.tag.TagModel;
import io.github.scimult.search.tag.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Search, label suggestion and citation recommendation: an index, made by {@code scimult index}, with its model. Safe for use by many threads.
 *
 * <pre>{@code
 * try (PaperLibrary library = PaperLibrary.open(Path.of("index/"))) {
 *     library.search("drawing large graphs", 10).forEach(hit -> System.out.println(hit.paper().title()));
 *     library.add(List.of(new Paper("new", "Drawing trees", "We lay out trees.")));
 * }
 * }</pre>
 */
public final class PaperLibrary implements AutoCloseable {
    private final LiteratureModel model;
    private final LiveIndex editable;
    private final Tagger tagger;

    private PaperLibrary(LiteratureModel model, LiveIndex editable, Tagger tagger) {
        this.model = model;
        this.editable = editable;
        this.tagger = tagger;
    }

    /**
     * Opens an index with the model that it was made with.
     *
     * @throws BadDataException if there is no whole index, or its model is no longer where it was
     */
    public static PaperLibrary open(Path index) throws IOException {
        return open(index, LiteratureModel.open(modelOf(index)));
    }

    /**
     * Opens an index.
     *
     * @param model the one that the index was made with; closed with the library, or at once if it does not fit
     * @throws BadDataException if there is no whole index, or it is one of another model
     */
    public static PaperLibrary open(Path index, LiteratureModel model) throws IOException {
        try {
            TagModel tags = TagFile.read(index);
            LiveIndex live = LiveIndex.open(index, model.encoder(), model.fingerprint());
            return new PaperLibrary(model, live, tagger(live, tags));
        } catch (IOException | RuntimeException failure) {
            model.close();
            throw failure;
        }
    }

    private static Tagger tagger(LiveIndex live, TagModel tags) throws IOException {
        try {
            return new Tagger(live.index(), tags);
        } catch (IOException | RuntimeException failure) {
            live.close();
            throw failure;
        }
    }

    /** Where an index says that its model was. */
    public static String modelOf(Path index) throws IOException {
        return LiteratureIndex.facts(index).model();
    }

    /** Papers for a typed query, the best first. */
    public List<SearchHit> search(String query, int limit) throws IOException {
        return index().papers(
                        PaperQuery.of(Task.SEARCH, SegmentedText.of(query)).limit(limit));
    }

    /** Suggested labels for a paper, the most likely first, as {@code scimult tag} suggests them. */
    public List<Tag> tag(SegmentedText paper, int limit) throws IOException {
        return tagger.tags(paper, Set.of(), limit, false);
    }

    /** Suggests labels with other options. */
    public Tagger tagger() {
        return tagger;
    }

    /** Papers that a paper should cite, without itself, the best first. */
    public List<SearchHit> cite(SegmentedText paper, int limit) throws IOException {
        return index().papers(PaperQuery.of(Task.LINK, paper).limit(limit).withoutAsked(true));
    }

    /**
     * Papers that a paper of the library should cite, without itself and what it cites already.
     *
     * @throws IllegalArgumentException if there is no paper of this id
     */
    public List<SearchHit> cite(String id, int limit) throws IOException {
        IndexedPaper paper = index().paper(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no paper '" + id + "' in the library"));
        return index().papers(PaperQuery.of(Task.LINK, paper.segments())
                .among(SearchFilter.NONE.without(paper.known()))
                .limit(limit)
                .withoutAsked(true));
    }

    /** Adds papers, or replaces those of the same id; when the call returns they are on the disk and are found. */
    public void add(List<Paper> papers) throws IOException {
        editable.putPapers(papers);
    }

    /** Adds labels, or replaces those of the same id; they tag at once. */
    public void addLabels(List<Label> labels) throws IOException {
        editable.putLabels(labels);
    }

    /** Deletes a paper, if it is there. */
    public void delete(String id) throws IOException {
        editable.deletePaper(id);
    }

    /** For questions with filters and weights of their own. */
    public LiteratureIndex index() {
        return editable.index();
    }

    @Override
    public void close() throws IOException {
        editable.close();
        model.close();
    }
}
