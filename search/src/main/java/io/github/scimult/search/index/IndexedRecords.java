package io.github.scimult.search.index;

import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.record.IndexedLabel;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The records of an index, without its model. */
public final class IndexedRecords implements AutoCloseable {
    private final Directory directory;
    private final DirectoryReader reader;
    private final StoredRecords stored;

    private IndexedRecords(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        this.stored = new StoredRecords(new IndexSearcher(reader));
    }

    /** Opens the records of an index as they are now. @throws BadDataException if there is none */
    public static IndexedRecords open(Path folder) throws IOException {
        LiteratureIndex.facts(folder);
        Directory directory = FSDirectory.open(folder);
        return new IndexedRecords(directory, DirectoryReader.open(directory));
    }

    /** Takes records. */
    @FunctionalInterface
    public interface Each<T> {
        /** One of them. */
        void accept(T record) throws IOException;
    }

    /** All papers, in the index's order. */
    public void papers(Each<Paper> each) throws IOException {
        stored.papers((document, paper) -> each.accept(paper.toPaper()));
    }

    /** All labels, in the index's order. */
    public void labels(Each<Label> each) throws IOException {
        for (IndexedLabel label : stored.labels()) {
            each.accept(label.toLabel());
        }
    }

    /** Whether there is a paper of an id. */
    public boolean hasPaper(String id) throws IOException {
        return stored.searcher().count(IndexField.record(IndexField.PAPER, id)) > 0;
    }

    /** Whether there is a label of an id. */
    public boolean hasLabel(String id) throws IOException {
        return stored.searcher().count(IndexField.record(IndexField.LABEL, id)) > 0;
    }

    /** The number of the last change set of the library's journal that the index holds; 0 for none. */
    public long change() throws IOException {
        return IndexFacts.change(reader.getIndexCommit().getUserData());
    }

    /** The number of Lucene's segments. */
    public int segments() {
        return reader.leaves().size();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
