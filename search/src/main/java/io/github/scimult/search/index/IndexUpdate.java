package io.github.scimult.search.index;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.LockedException;
import io.github.scimult.search.QuietLucene;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.judgement.PaperJudgements;
import io.github.scimult.search.record.IndexedLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Changes an index that is there: adds, replaces and deletes. Nothing of it is seen before {@link #commit}, and then all at once;
 * what was not committed is gone when this is closed. It may stay open over many commits, while Lucene merges segments. Not for use by
 * several threads.
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
    private final RecordsBefore before;
    private int labelRevision;
    private long change;

    private IndexUpdate(Directory directory, IndexWriter writer, IndexFacts facts, TextEncoder encoder)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.facts = facts;
        this.vectors = new IndexVectors(encoder);
        this.before = new RecordsBefore(writer, encoder.similarity());
        this.labelRevision = before.labelRevision();
        this.change = before.change();
    }

    /**
     * Opens an index for changes; only one program at a time may.
     *
     * @param encoder of the model that the index was made with; the caller closes it
     * @throws io.github.scimult.core.storage.BadDataException if there is no whole index of this model
     * @throws LockedException if another program changes it
     */
    public static IndexUpdate open(Path folder, TextEncoder encoder, String modelFingerprint) throws IOException {
        return openIfFree(folder, encoder, modelFingerprint)
                .orElseThrow(() -> new LockedException(
                        folder + " is being changed by another program: wait until that has ended"));
    }

    /** As {@link #open}; empty if another program changes the index, or this one may not write in its folder. */
    public static Optional<IndexUpdate> openIfFree(Path folder, TextEncoder encoder, String modelFingerprint)
            throws IOException {
        if (!isFree(folder)) {
            return Optional.empty();
        }
        IndexFacts facts = LiteratureIndex.wholeIndexFacts(folder, modelFingerprint);
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            IndexWriterConfig config = facts.writing().setOpenMode(IndexWriterConfig.OpenMode.APPEND);
            writer = new IndexWriter(directory, config);
            return Optional.of(new IndexUpdate(directory, writer, facts, encoder));
        } catch (LockObtainFailedException _) {
            directory.close();
            return Optional.empty();
        } catch (IOException | RuntimeException | Error failure) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw failure;
        }
    }

    /** Much cheaper than opening the index; programs that wait for their turn ask again and again. */
    private static boolean isFree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true; // what is not there is told by opening it
        }
        if (!Files.isWritable(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder);
                Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            return true;
        } catch (LockObtainFailedException _) {
            return false;
        }
    }

    /** Makes changes in their order; feedback is none of an index's. */
    public void apply(List<Change> changes) throws IOException {
        int done = 0;
        while (done < changes.size()) {
            List<Paper> papers = new ArrayList<>();
            while (done < changes.size() && changes.get(done) instanceof Change.PutPaper(Paper paper)) {
                papers.add(paper);
                done++;
            }
            putPapers(papers); // together, for the encoder's sake
            if (done < changes.size()) {
                apply(changes.get(done++));
            }
        }
    }

    private void apply(Change change) throws IOException {
        switch (change) {
            case Change.PutPaper put -> putPapers(List.of(put.paper()));
            case Change.PutLabel put -> putLabels(List.of(put.label()));
            case Change.DeletePaper deletion -> deletePaper(deletion.id());
            case Change.DeleteLabel deletion -> deleteLabel(deletion.id());
            case Change.MergeLabel merge -> mergeLabel(merge.id(), merge.into());
            case Change.JudgeLabel judged -> judgeLabel(judged.paper(), judged.label(), judged.decision());
            case Change.GiveFeedback _ -> {}
        }
    }

    /** Adds papers; one whose id is there already is replaced, and keeps what is judged of it. */
    public void putPapers(List<Paper> papers) throws IOException {
        Map<String, Paper> last = new LinkedHashMap<>();
        papers.forEach(paper -> last.put(paper.id(), paper));
        List<Paper> put = List.copyOf(last.values());
        if (put.isEmpty()) {
            return;
        }
        List<Map<String, float[]>> own = vectors.ofPapers(put);
        before.refresh();
        put.forEach(paper -> before.distinct().remove(IndexField.PAPER, paper.id()));
        for (int i = 0; i < put.size(); i++) {
            replace(put.get(i), before.stored().judgements(put.get(i).id()), own.get(i));
        }
    }

    private void replace(Paper paper, PaperJudgements judged, Map<String, float[]> own) throws IOException {
        writer.deleteDocuments(IndexField.record(IndexField.PAPER, paper.id()));
        writer.addDocument(before.documents().of(paper, judged, own));
        before.outdated();
    }

    /** Adds labels, which are used for tagging at once; one whose id is there already is replaced. */
    public void putLabels(List<Label> labels) throws IOException {
        List<Map<String, float[]>> own = vectors.ofLabels(labels);
        for (int i = 0; i < labels.size(); i++) {
            before.refresh();
            Label label = labels.get(i);
            Optional<IndexedLabel> old = before.stored().label(label.id());
            before.distinct().remove(IndexField.LABEL, label.id());
            writer.deleteDocuments(IndexField.record(IndexField.LABEL, label.id()));
            writer.addDocument(before.documents().of(label, own.get(i)));
            labelsChanged();
            if (old.isPresent() && !old.get().name().equals(label.name())) {
                rewriteCarriers(label.id(), judged -> judged.renamed(label.id(), label.name()));
            }
        }
    }

    private void labelsChanged() {
        labelRevision++;
        before.outdated();
    }

    /** Deletes a paper, if it is there. */
    public void deletePaper(String id) throws IOException {
        before.refresh();
        before.distinct().remove(IndexField.PAPER, id);
        writer.deleteDocuments(IndexField.record(IndexField.PAPER, id));
        before.outdated();
    }

    /** Deletes a label, if it is there, and takes it from the papers that carry it. */
    public void deleteLabel(String id) throws IOException {
        rewriteCarriers(id, judged -> judged.without(id));
        removeLabel(id);
    }

    /** Deletes a label, if it is there; papers that carry it carry another one instead, unless that is not there. */
    public void mergeLabel(String id, String into) throws IOException {
        before.refresh();
        Optional<IndexedLabel> other = before.stored().label(into);
        if (other.isPresent()) {
            String name = other.get().name();
            rewriteCarriers(id, judged -> judged.replaced(id, new PaperJudgements.AssignedLabel(into, name)));
            removeLabel(id);
        }
    }

    private void removeLabel(String id) throws IOException {
        before.refresh();
        before.distinct().remove(IndexField.LABEL, id);
        writer.deleteDocuments(IndexField.record(IndexField.LABEL, id));
        labelsChanged();
    }

    /** Keeps a decision on a label of a paper; nothing if one of them is not there. */
    public void judgeLabel(String paper, String label, LabelDecision decision) throws IOException {
        before.refresh();
        Optional<IndexedLabel> known = before.stored().label(label);
        if (known.isPresent()) {
            PaperJudgements.AssignedLabel assigned =
                    new PaperJudgements.AssignedLabel(label, known.get().name());
            rewrite(before.stored().paperDocument(paper), judged -> judged.with(assigned, decision));
        }
    }

    /** What becomes of a paper's judgements. */
    private interface Rewriting {
        PaperJudgements of(PaperJudgements judged);
    }

    private void rewriteCarriers(String label, Rewriting rewriting) throws IOException {
        before.refresh();
        rewrite(before.stored().papersWith(IndexField.CARRIES, label), rewriting);
        before.refresh();
        rewrite(before.stored().papersWith(IndexField.REJECTED, label), rewriting);
    }

    /** Writes papers anew with other judgements; their vectors stay. */
    private void rewrite(List<Integer> documents, Rewriting rewriting) throws IOException {
        StoredRecords stored = before.stored();
        for (int document : documents) {
            Paper paper = stored.paper(document).toPaper();
            before.distinct().remove(IndexField.PAPER, paper.id());
            replace(
                    paper,
                    rewriting.of(stored.judgements(document)),
                    vectors.stored(stored.searcher().getIndexReader(), document));
        }
    }

    /** The number of the last change set of the library's journal that was committed; 0 for none. */
    public long change() {
        return change;
    }

    /** Makes all changes so far last, together: after a power cut there are all of them or none. */
    public void commit() throws IOException {
        commit(change);
    }

    /** As {@link #commit()}. @param upTo the number of the last change set of the library's journal that was applied */
    public void commit(long upTo) throws IOException {
        writer.setLiveCommitData(facts.toCommit(labelRevision, upTo).entrySet());
        writer.commit();
        change = upTo;
    }

    @Override
    public void close() throws IOException {
        before.close();
        writer.rollback();
        directory.close();
    }
}
