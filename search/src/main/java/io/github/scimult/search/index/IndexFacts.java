package io.github.scimult.search.index;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.field.IndexField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * What an index is of; kept with each of Lucene's commits, so that it is always true of what lies on the disk.
 *
 * @param collection its name
 * @param collectionFingerprint of its content
 * @param splits whose judgements are served
 * @param model where the model was, to find it again
 * @param modelFingerprint of its weights
 * @param vectors how they are looked through
 * @param language of titles and abstracts
 * @param papers how many papers are in
 * @param finished whether all are
 */
public record IndexFacts(
        String collection,
        String collectionFingerprint,
        Set<Split> splits,
        String model,
        String modelFingerprint,
        VectorStorage vectors,
        Language language,
        int papers,
        boolean finished) {
    private static final String FORMAT = "6";
    private static final String EARLIER_FORMAT = "4"; // without whole metadata, and names that can be counted
    private static final String LABEL_REVISION = "labelRevision";
    private static final String CHANGE = "change";

    public IndexFacts {
        splits = Set.copyOf(splits);
    }

    /** Whether there is an index in a folder, whole or not. */
    public static boolean areIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        }
    }

    /** Of an index without a paper, and without a model. */
    static IndexFacts begin(
            LiteratureCollection collection, Set<Split> splits, VectorStorage vectors, Language language) {
        return new IndexFacts(collection.name(), collection.fingerprint(), splits, "", "", vectors, language, 0, false);
    }

    IndexFacts named(String name) {
        return new IndexFacts(
                name, collectionFingerprint, splits, model, modelFingerprint, vectors, language, papers, finished);
    }

    IndexFacts ofModel(String place, String fingerprint) {
        return new IndexFacts(
                collection, collectionFingerprint, splits, place, fingerprint, vectors, language, papers, finished);
    }

    IndexFacts with(int newPapers, boolean nowFinished) {
        return new IndexFacts(
                collection,
                collectionFingerprint,
                splits,
                model,
                modelFingerprint,
                vectors,
                language,
                newPapers,
                nowFinished);
    }

    Map<String, String> toCommit() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("format", FORMAT);
        data.put("collection", collection);
        data.put("collectionFingerprint", collectionFingerprint);
        data.put("splits", Split.text(splits));
        data.put("model", model);
        data.put("modelFingerprint", modelFingerprint);
        data.put("vectors", vectors.toString());
        data.put("language", language.toString());
        data.put("papers", Integer.toString(papers));
        data.put("finished", Boolean.toString(finished));
        return data;
    }

    /** How such an index is written: nothing lasts but what is committed. */
    IndexWriterConfig writing() {
        return new IndexWriterConfig(IndexField.ofRecords(language))
                .setCodec(vectors.codec())
                .setSimilarity(new BM25Similarity())
                .setCommitOnClose(false);
    }

    static boolean isOfThisFormat(Map<String, String> data) {
        return FORMAT.equals(data.get("format"));
    }

    static IndexFacts of(Path folder, Map<String, String> data) {
        if (EARLIER_FORMAT.equals(data.get("format"))) {
            throw new BadDataException(
                    folder + " is an index of an earlier version: bring it up to date, without embedding "
                            + "anew, by ./scimult library upgrade");
        }
        return ofThisOrEarlier(folder, data);
    }

    static IndexFacts ofThisOrEarlier(Path folder, Map<String, String> data) {
        if (!isOfThisFormat(data) && !EARLIER_FORMAT.equals(data.get("format"))) {
            throw new BadDataException(
                    folder + " is no index of this program, or one of another version; make one by ./scimult index");
        }
        return new IndexFacts(
                data.get("collection"),
                data.get("collectionFingerprint"),
                Split.parseAll(data.get("splits")),
                data.get("model"),
                data.get("modelFingerprint"),
                VectorStorage.parse(data.get("vectors")),
                Language.parse(data.get("language")),
                Integer.parseInt(data.get("papers")),
                Boolean.parseBoolean(data.get("finished")));
    }

    /** How often the labels of an index were changed. @param data of a commit */
    static int labelRevision(Map<String, String> data) {
        return Integer.parseInt(data.getOrDefault(LABEL_REVISION, "0"));
    }

    /** The number of the last change set of its library's journal that an index holds; 0 for none. @param data of a commit */
    static long change(Map<String, String> data) {
        return Long.parseLong(data.getOrDefault(CHANGE, "0"));
    }

    /** As {@link #toCommit()}, of an index whose labels were changed so often, and that holds the changes up to a number. */
    Map<String, String> toCommit(int labelRevision, long change) {
        Map<String, String> data = toCommit();
        data.put(LABEL_REVISION, Integer.toString(labelRevision));
        data.put(CHANGE, Long.toString(change));
        return data;
    }

    /** @throws BadDataException if vectors of another model are to be compared with this index's */
    public void requireModel(Path folder, String fingerprint) {
        if (!modelFingerprint.equals(fingerprint)) {
            throw new BadDataException(folder + " was made with the model " + model
                    + ", and vectors of another model mean something else: use that one, or make the index anew");
        }
    }
}
