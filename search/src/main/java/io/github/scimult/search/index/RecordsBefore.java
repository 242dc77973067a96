package io.github.scimult.search.index;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.search.field.DistinctVectors;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;

/** The records of an index that is being changed, with the changes so far that are not committed. */
final class RecordsBefore implements AutoCloseable {
    private final IndexWriter writer;
    private final Similarity similarity;
    private DirectoryReader reader;
    private StoredRecords stored;
    private DistinctVectors distinct;
    private IndexDocuments documents;
    private boolean current;

    RecordsBefore(IndexWriter writer, Similarity similarity) throws IOException {
        this.writer = writer;
        this.similarity = similarity;
        see(DirectoryReader.open(writer));
    }

    private void see(DirectoryReader now) {
        reader = now;
        stored = new StoredRecords(new IndexSearcher(now));
        distinct = new DistinctVectors(stored.searcher());
        documents = new IndexDocuments(similarity, distinct);
        current = true;
    }

    /** Documents were written since. */
    void outdated() {
        current = false;
    }

    /** Sees what was written since, if anything was. */
    void refresh() throws IOException {
        DirectoryReader newer = current ? null : DirectoryReader.openIfChanged(reader, writer);
        if (newer != null) {
            reader.close();
            see(newer);
        }
    }

    StoredRecords stored() {
        return stored;
    }

    DistinctVectors distinct() {
        return distinct;
    }

    IndexDocuments documents() {
        return documents;
    }

    int labelRevision() {
        return IndexFacts.labelRevision(commitData());
    }

    long change() {
        return IndexFacts.change(commitData());
    }

    /** Of the last commit. */
    private Map<String, String> commitData() {
        return writer.getLiveCommitData() == null ? Map.of() : toMap(writer.getLiveCommitData());
    }

    private static Map<String, String> toMap(Iterable<Map.Entry<String, String>> entries) {
        Map<String, String> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
