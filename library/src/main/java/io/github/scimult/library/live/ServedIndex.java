package io.github.scimult.library.live;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.TagFile;
import io.github.scimult.search.tag.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** An index with its model, open as long as somebody reads it. */
public final class ServedIndex {
    private final Path folder;
    private final OpenModel model;
    private final LiteratureIndex index;
    private final Tagger tagger;
    private final AtomicInteger users = new AtomicInteger(1); // the library itself; 0 once it is closed

    private ServedIndex(Path folder, OpenModel model, LiteratureIndex index, Tagger tagger) {
        this.folder = folder;
        this.model = model;
        this.index = index;
        this.tagger = tagger;
    }

    static ServedIndex open(Path folder, ModelOpener models) throws IOException {
        OpenModel model = models.open(LiteratureIndex.facts(folder));
        LiteratureIndex index = null;
        try {
            index = LiteratureIndex.open(folder, model.encoder(), model.fingerprint());
            return new ServedIndex(folder, model, index, new Tagger(index, TagFile.read(folder)));
        } catch (IOException | RuntimeException | Error failure) {
            if (index != null) {
                index.close();
            }
            model.close();
            throw failure;
        }
    }

    public Path folder() {
        return folder;
    }

    public LiteratureIndex index() {
        return index;
    }

    /** Suggests labels. */
    public Tagger tagger() {
        return tagger;
    }

    /** The index's model. */
    public TextEncoder encoder() {
        return model.encoder();
    }

    OpenModel model() {
        return model;
    }

    /** Keeps it open until {@link #release}. @return whether it was open */
    boolean acquire() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** The last one closes it. */
    void release() throws IOException {
        if (users.decrementAndGet() == 0) {
            try {
                index.close();
            } finally {
                model.close();
            }
        }
    }
}
