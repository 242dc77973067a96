package io.github.scimult.search.index;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.LockedException;
import io.github.scimult.search.QuietLucene;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.record.IndexedPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Writes an index of the format before this one anew, with the vectors that it has: nothing is embedded. */
public final class IndexUpgrade {
    static {
        QuietLucene.begin();
    }

    private IndexUpgrade() {}

    /** Whole records, of which an earlier index keeps only a part. */
    @FunctionalInterface
    public interface Records {
        /** A record by its id; empty where it is not known. */
        Optional<Paper> paper(String id) throws IOException;
    }

    /** What an index is of, in this format or the one before. */
    public static IndexFacts facts(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return IndexFacts.ofThisOrEarlier(folder, reader.getIndexCommit().getUserData());
        }
    }

    /**
     * Upgrades an index; one of this format stays as it is. Killed, it can be repeated.
     *
     * @param records papers with all their metadata; one whose title or abstract the index has otherwise is taken from the index
     * @throws LockedException if another program changes the index
     */
    public static void run(Path folder, Records records) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (IndexFacts.isOfThisFormat(data)) {
                return;
            }
            IndexFacts facts = IndexFacts.ofThisOrEarlier(folder, data);
            try (IndexWriter writer = new IndexWriter(directory, facts.writing())) {
                rewrite(new StoredRecords(new IndexSearcher(reader)), writer, records);
                writer.setLiveCommitData(facts.toCommit(IndexFacts.labelRevision(data), IndexFacts.change(data))
                        .entrySet());
                writer.commit();
            } catch (LockObtainFailedException _) {
                throw new LockedException(folder + " is being changed by another program: stop it first");
            }
        }
    }

    private static void rewrite(StoredRecords stored, IndexWriter writer, Records records) throws IOException {
        IndexReader reader = stored.searcher().getIndexReader();
        List<FieldInfo> vectors = vectorsOfPapers(reader);
        try (RecordsBefore before = new RecordsBefore(writer, similarity(vectors))) {
            stored.papers((document, paper) -> {
                before.distinct().remove(IndexField.PAPER, paper.id());
                Map<String, float[]> own = new HashMap<>();
                for (FieldInfo field : vectors) {
                    new StoredVectors(reader, field.name)
                            .of(document)
                            .ifPresent(vector -> own.put(IndexField.space(field.name), vector));
                }
                writer.deleteDocuments(IndexField.record(IndexField.PAPER, paper.id()));
                writer.addDocument(before.documents().of(whole(paper, records), stored.judgements(document), own));
            });
        }
    }

    private static Paper whole(IndexedPaper paper, Records records) throws IOException {
        return records.paper(paper.id())
                .filter(record ->
                        record.title().equals(paper.title()) && record.text().equals(paper.text()))
                .orElseGet(paper::toPaper);
    }

    private static List<FieldInfo> vectorsOfPapers(IndexReader reader) {
        List<FieldInfo> vectors = new ArrayList<>();
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
            if (field.getVectorDimension() > 0 && IndexField.isVectorOfPapers(field.name)) {
                vectors.add(field);
            }
        }
        return vectors;
    }

    private static Similarity similarity(List<FieldInfo> vectors) {
        return vectors.stream()
                .findFirst()
                .filter(field -> field.getVectorSimilarityFunction() != VectorSimilarityFunction.DOT_PRODUCT)
                .map(_ -> Similarity.DOT)
                .orElse(Similarity.COSINE);
    }
}
