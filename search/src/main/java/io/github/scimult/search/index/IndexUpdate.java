package io.github.scimult.search.index;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.LockedException;
import io.github.scimult.search.QuietLucene;
import io.github.scimult.search.field.DistinctVectors;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.judgement.PaperJudgements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Changes an index that is there: adds, replaces and deletes. Nothing of it is seen before {@link #commit}, and then all at once;
 * what was not committed is gone when this is closed.
 *
 * <pre>{@code
 * try (IndexUpdate update = IndexUpdate.open(folder, encoder, fingerprint)) {
 *     update.putPapers(List.of(paper));
 *     update.deletePaper("17942999");
 *     update.commit();
 * }
 * }</pre>
 */
public final class IndexUpdate implements AutoCloseable {
    static {
        QuietLucene.begin();
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final IndexFacts facts;
    private final IndexVectors vectors;
    private final IndexDocuments documents;
    private final DistinctVectors distinct;
    private final DirectoryReader reader;
    private final StoredRecords before;
    private int labelRevision;

    private IndexUpdate(Directory directory, IndexWriter writer, IndexFacts facts, TextEncoder encoder)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.reader = DirectoryReader.open(directory);
        this.labelRevision = IndexFacts.labelRevision(reader.getIndexCommit().getUserData());
        this.before = new StoredRecords(new IndexSearcher(reader));
        this.distinct = new DistinctVectors(before.searcher());
        this.facts = facts;
        this.vectors = new IndexVectors(encoder);
        this.documents = new IndexDocuments(encoder.similarity(), distinct);
    }

    /**
     * Opens an index for changes; only one program at a time may.
     *
     * @param encoder of the model that the index was made with; the caller closes it
     * @throws io.github.scimult.core.storage.BadDataException if there is no whole index of this model
     * @throws LockedException if another program changes it
     */
    public static IndexUpdate open(Path folder, TextEncoder encoder, String modelFingerprint) throws IOException {
        IndexFacts facts = LiteratureIndex.wholeIndexFacts(folder, modelFingerprint);
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriterConfig config = facts.writing().setOpenMode(IndexWriterConfig.OpenMode.APPEND);
            return new IndexUpdate(directory, new IndexWriter(directory, config), facts, encoder);
        } catch (LockObtainFailedException locked) {
            directory.close();
            throw new LockedException(
                    folder + " is being changed by another program: wait until that has ended", locked);
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    /** Adds papers; one whose id is there already is replaced, and keeps what is judged of it. */
    public void putPapers(List<Paper> papers) throws IOException {
        List<Map<String, float[]>> own = vectors.ofPapers(papers);
        papers.forEach(paper -> distinct.remove(IndexField.PAPER, paper.id()));
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            PaperJudgements judged = before.judgements(paper.id());
            deletePaper(paper.id());
            writer.addDocument(documents.of(paper, judged, own.get(i)));
        }
    }

    /** Adds labels, which are used for tagging at once; one whose id is there already is replaced. */
    public void putLabels(List<Label> labels) throws IOException {
        labelRevision += labels.isEmpty() ? 0 : 1;
        List<Map<String, float[]>> own = vectors.ofLabels(labels);
        labels.forEach(label -> distinct.remove(IndexField.LABEL, label.id()));
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            writer.deleteDocuments(IndexField.record(IndexField.LABEL, label.id()));
            writer.addDocument(documents.of(label, own.get(i)));
        }
    }

    /** Deletes a paper, if it is there. */
    public void deletePaper(String id) throws IOException {
        distinct.remove(IndexField.PAPER, id);
        writer.deleteDocuments(IndexField.record(IndexField.PAPER, id));
    }

    /** Makes all changes so far last, together: after a power cut there are all of them or none. */
    public void commit() throws IOException {
        writer.setLiveCommitData(facts.toCommit(labelRevision).entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.rollback();
        directory.close();
    }
}
