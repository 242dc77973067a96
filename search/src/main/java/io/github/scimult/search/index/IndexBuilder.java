package io.github.scimult.search.index;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.search.QuietLucene;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.field.DistinctVectors;
import io.github.scimult.search.judgement.JudgedPapers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Makes the index of a collection, paper by paper. It is committed every few thousand papers, each time with how far it came, so that
 * a build that was stopped or killed goes on where the last commit left it.
 */
public final class IndexBuilder {
    static {
        QuietLucene.begin();
    }

    private static final int PAPERS_A_PIECE = 512;
    private static final int PIECES_A_COMMIT = 8;

    /** What can be odd in a record. */
    private enum Oddity {
        PAPER_LEFT_OUT("papers left out of the index"),
        LABEL_LEFT_OUT("labels left out of the index"),
        NOTHING_READ(
                "papers of whose title and abstract the model reads nothing, so that words and filters alone find them");

        private final String words;

        Oddity(String words) {
            this.words = words;
        }
    }

    /** All records that are odd in one way. */
    private static final class OddRecords {
        private final Oddity oddity;
        private final String first;
        private int count;

        OddRecords(Oddity oddity, String first) {
            this.oddity = oddity;
            this.first = first;
        }

        String sentence() {
            return String.format(Locale.ROOT, "%s: %,d; the first: %s", oddity.words, count, first);
        }
    }

    private final Map<Oddity, OddRecords> odd = new EnumMap<>(Oddity.class);
    private final LiteratureCollection collection;
    private final IndexVectors vectors;
    private final TextEncoder encoder;
    private final Progress progress;
    private VectorStorage stored = VectorStorage.FLOAT32;
    private Set<Split> served = EnumSet.allOf(Split.class);
    private Language language = Language.ENGLISH;
    private String name;
    private long change;
    private IndexDocuments documents;
    private JudgedPapers judged;

    /** Hears how far a build is. */
    public interface Progress {
        /** So many of all papers are in. */
        void papers(int done, int total);

        /** Something odd, which cost no other record; said once, at the end. */
        default void remark(String sentence) {}
    }

    public IndexBuilder(LiteratureCollection collection, TextEncoder encoder, Progress progress) {
        this.collection = collection;
        this.name = collection.name();
        this.vectors = new IndexVectors(encoder);
        this.encoder = encoder;
        this.progress = progress;
    }

    /** Chooses how vectors are kept; an index that goes on keeps them as it began. */
    public IndexBuilder storing(VectorStorage vectorsAs) {
        stored = vectorsAs;
        return this;
    }

    /** Chooses the splits whose judgements are served: labels that papers carry, and citations. The default is all. */
    public IndexBuilder serving(Set<Split> splits) {
        served = EnumSet.copyOf(splits);
        return this;
    }

    /** Chooses the language by which titles and abstracts are taken apart; an index that goes on keeps its own. */
    public IndexBuilder language(Language newLanguage) {
        language = newLanguage;
        return this;
    }

    /** Names the collection as people know it. The default is its folder's name. */
    public IndexBuilder named(String newName) {
        name = newName;
        return this;
    }

    /** Says up to which change set of a library's journal the collection holds the changes. The default is 0: none. */
    public IndexBuilder upTo(long newChange) {
        change = newChange;
        return this;
    }

    /**
     * Builds, or goes on with what is there.
     *
     * @param model where the model is, to be found again
     * @param modelFingerprint of its weights
     * @param stop asked between pieces; once it says yes, what is there is committed and building ends
     * @return whether the index is whole
     * @throws BadDataException if another collection's or model's index is there
     */
    public boolean build(Path folder, String model, String modelFingerprint, BooleanSupplier stop) throws IOException {
        IndexFacts facts = IndexFacts.begin(collection, served, stored, language)
                .named(name)
                .ofModel(model, modelFingerprint);
        try (Directory directory = FSDirectory.open(folder)) {
            if (DirectoryReader.indexExists(directory)) {
                facts = goingOn(folder, directory, facts);
                if (facts.finished()) {
                    return true;
                }
            }
            // What a build that was stopped before its first paper has committed is written anew.
            try (DirectoryReader before = facts.papers() == 0 ? null : DirectoryReader.open(directory);
                    IndexWriter writer = new IndexWriter(directory, facts.writing())) {
                IndexSearcher there = before == null ? null : new IndexSearcher(before);
                documents = new IndexDocuments(encoder.similarity(), new DistinctVectors(there));
                return write(writer, facts, stop);
            }
        }
    }

    private IndexFacts goingOn(Path folder, Directory directory, IndexFacts wanted) throws IOException {
        IndexFacts there = LiteratureIndex.facts(folder, directory);
        there.requireModel(folder, wanted.modelFingerprint());
        if (!there.collectionFingerprint().equals(wanted.collectionFingerprint())) {
            throw new BadDataException(folder + " is an index of another collection, or of this one before it changed: "
                    + "choose a new folder");
        }
        if (!there.splits().equals(wanted.splits())) {
            throw new BadDataException(
                    "%s was started with the judgements of %s, not of %s: continue with these, or choose a new folder"
                            .formatted(folder, Split.text(there.splits()), Split.text(wanted.splits())));
        }
        return there;
    }

    private boolean write(IndexWriter writer, IndexFacts facts, BooleanSupplier stop) throws IOException {
        try {
            return writeAll(writer, facts, stop);
        } finally {
            odd.values().forEach(ids -> progress.remark(ids.sentence()));
        }
    }

    private boolean writeAll(IndexWriter writer, IndexFacts facts, BooleanSupplier stop) throws IOException {
        judged = new JudgedPapers(collection, facts.splits());
        if (facts.papers() == 0) {
            writer.deleteAll();
            addLabels(writer);
        }
        int size = collection.papers().size();
        int done = facts.papers();
        int pieces = 0;
        try (DocumentQueue queue = new DocumentQueue(writer)) {
            while (done < size) {
                if (stop.getAsBoolean()) {
                    queue.await();
                    commit(writer, facts.with(done, false));
                    return false;
                }
                int end = Math.min(size, done + PAPERS_A_PIECE);
                queue.add(documentsOf(done, end));
                done = end;
                progress.papers(done, size);
                if (++pieces % PIECES_A_COMMIT == 0 && done < size) {
                    queue.await();
                    commit(writer, facts.with(done, false));
                }
            }
            queue.await();
        }
        commit(writer, facts.with(size, true));
        finishMerges(writer);
        commit(writer, facts.with(size, true));
        return true;
    }

    /** Lucene merges segments in threads of its own, and closing would end them halfway. */
    private static void finishMerges(IndexWriter writer) throws IOException {
        writer.maybeMerge();
        if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merging) {
            merging.sync();
        }
    }

    private void commit(IndexWriter writer, IndexFacts facts) throws IOException {
        writer.setLiveCommitData(facts.toCommit(0, change).entrySet());
        writer.commit();
    }

    private List<Label> allLabels() {
        List<Label> all = new ArrayList<>();
        for (int row = 0; row < collection.labels().size(); row++) {
            Label label = collection.labels().get(row);
            if (takes(label.id(), Oddity.LABEL_LEFT_OUT)) {
                all.add(label);
            }
        }
        return all;
    }

    /** One bad record never costs the others. */
    private boolean takes(String id, Oddity ifNot) {
        boolean takes = CollectionRecord.canBeIndexed(id);
        if (!takes) {
            note(ifNot, CollectionRecord.tooLong(id));
        }
        return takes;
    }

    private void note(Oddity oddity, String first) {
        odd.computeIfAbsent(oddity, _ -> new OddRecords(oddity, first)).count++;
    }

    private void addLabels(IndexWriter writer) throws IOException {
        List<Label> all = allLabels();
        List<Map<String, float[]>> own = vectors.ofLabels(all);
        for (int row = 0; row < all.size(); row++) {
            writer.addDocument(documents.of(all.get(row), own.get(row)));
        }
    }

    private List<Document> documentsOf(int from, int to) throws IOException {
        List<Integer> rows = new ArrayList<>();
        List<Paper> papers = new ArrayList<>();
        for (int row = from; row < to; row++) {
            Paper paper = collection.papers().get(row);
            if (takes(paper.id(), Oddity.PAPER_LEFT_OUT)) {
                rows.add(row);
                papers.add(paper);
            }
        }
        List<Map<String, float[]>> own = vectors.ofPapers(papers);
        List<Document> made = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            if (encoder.readsNothingOf(paper.segments())) {
                note(Oddity.NOTHING_READ, paper.id());
            }
            made.add(documents.of(paper, judged.of(rows.get(i)), own.get(i)));
        }
        return made;
    }
}
