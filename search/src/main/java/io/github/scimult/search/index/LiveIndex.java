package io.github.scimult.search.index;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An index that is queried and changed at the same time. A change is on the disk before its call returns, and visible to every later
 * query; changes are made one after the other. Safe for use by many threads.
 */
public final class LiveIndex implements AutoCloseable {
    private final Path folder;
    private final LiteratureIndex index;
    private final TextEncoder encoder;
    private final Object changing = new Object();

    private LiveIndex(Path folder, LiteratureIndex index, TextEncoder encoder) {
        this.folder = folder;
        this.index = index;
        this.encoder = encoder;
    }

    /**
     * Opens an index.
     *
     * @param encoder of the model that the index was made with; the caller closes it
     * @throws BadDataException if there is none, one that is not whole, or one of another model
     */
    public static LiveIndex open(Path folder, TextEncoder encoder, String modelFingerprint) throws IOException {
        return new LiveIndex(folder, LiteratureIndex.open(folder, encoder, modelFingerprint), encoder);
    }

    /** The index, for queries. */
    public LiteratureIndex index() {
        return index;
    }

    public TextEncoder encoder() {
        return encoder;
    }

    /** A change of an index. */
    private interface Change {
        void in(IndexUpdate update) throws IOException;
    }

    /** Adds papers; one whose id is there already is replaced, and keeps its labels. */
    public void putPapers(List<Paper> papers) throws IOException {
        change(update -> update.putPapers(papers));
    }

    /** Adds labels, which are used for tagging at once; one whose id is there already is replaced. */
    public void putLabels(List<Label> labels) throws IOException {
        change(update -> update.putLabels(labels));
    }

    /** Deletes a paper, if it is there. */
    public void deletePaper(String id) throws IOException {
        change(update -> update.deletePaper(id));
    }

    private void change(Change change) throws IOException {
        synchronized (changing) {
            try (IndexUpdate update =
                    IndexUpdate.open(folder, encoder, index.facts().modelFingerprint())) {
                change.in(update);
                update.commit();
            }
            index.refresh();
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
