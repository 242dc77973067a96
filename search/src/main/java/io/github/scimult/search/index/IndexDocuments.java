package io.github.scimult.search.index;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.Json;
import io.github.scimult.search.duplicate.PaperIdentity;
import io.github.scimult.search.field.DistinctVectors;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.judgement.PaperJudgements;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** Papers and labels as Lucene's documents. */
final class IndexDocuments {
    private static final FieldType WITHOUT_POSITIONS = new FieldType();

    /** In characters. */
    private static final int LONGEST_NAME = 1000;

    static {
        WITHOUT_POSITIONS.setTokenized(true);
        WITHOUT_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WITHOUT_POSITIONS.freeze();
    }

    private final Similarity similarity;
    private final DistinctVectors distinct;

    IndexDocuments(Similarity similarity, DistinctVectors distinct) {
        this.similarity = similarity;
        this.distinct = distinct;
    }

    /** How Lucene compares vectors. */
    static VectorSimilarityFunction function(Similarity similarity) {
        // Vectors of length 1 have their cosine as dot product, which is a third of the work.
        return similarity == Similarity.COSINE
                ? VectorSimilarityFunction.DOT_PRODUCT
                : VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
    }

    /**
     * A paper.
     *
     * @param judged of it
     * @param vectors by space
     */
    Document of(Paper paper, PaperJudgements judged, Map<String, float[]> vectors) throws IOException {
        Document document = base(IndexField.PAPER, paper.id(), vectors);
        document.add(new StoredField(IndexField.TITLE, paper.title()));
        document.add(new StoredField(IndexField.TEXT, paper.text()));
        addWords(document, IndexField.TITLE_WORDS, paper.title());
        addWords(document, IndexField.WORDS, paper.title());
        addWords(document, IndexField.WORDS, paper.text());
        PaperIdentity identity = PaperIdentity.of(paper);
        addKey(document, IndexField.SAME_TEXT, identity.textKey());
        addKey(document, IndexField.DOI, identity.doi());
        document.add(new Field(IndexField.WRITTEN, written(paper), WITHOUT_POSITIONS));
        addMetadata(document, paper.metadata());
        addNames(document, paper.metadata());
        addJudgements(document, paper.metadata(), judged);
        return document;
    }

    private static String written(Paper paper) {
        String names = String.join("\n", paper.metadata().authors());
        return String.join(
                "\n", paper.title(), paper.text(), names, paper.metadata().venue());
    }

    private static void addMetadata(Document document, PaperMetadata metadata) {
        metadata.authors().forEach(author -> document.add(new StoredField(IndexField.AUTHOR, author)));
        if (!metadata.other().isEmpty()) {
            document.add(new StoredField(IndexField.OTHER, Json.line(metadata.other())));
        }
        if (!metadata.venue().isEmpty()) {
            document.add(new StoredField(IndexField.VENUE, metadata.venue()));
        }
        if (metadata.year() != null) {
            document.add(new StoredField(IndexField.YEAR, metadata.year()));
            document.add(new IntPoint(IndexField.YEAR, metadata.year()));
            document.add(new NumericDocValuesField(IndexField.YEAR_ORDER, metadata.year()));
        }
    }

    private static void addNames(Document document, PaperMetadata metadata) {
        addCounted(document, IndexField.WHOLE_VENUE, metadata.venue());
        for (String author : Set.copyOf(metadata.authors())) {
            addCounted(document, IndexField.WHOLE_AUTHOR, author);
        }
        for (String author : metadata.authors()) {
            addWords(document, IndexField.NAMES, author);
            addWords(document, IndexField.AUTHOR_NAMES, author);
        }
        addWords(document, IndexField.NAMES, metadata.venue());
        addWords(document, IndexField.VENUE_NAMES, metadata.venue());
    }

    private static void addJudgements(Document document, PaperMetadata metadata, PaperJudgements judged) {
        judged.split().ifPresent(split -> document.add(new StringField(IndexField.SPLIT, split, Field.Store.YES)));
        for (PaperJudgements.AssignedLabel label : judged.labels()) {
            if (!CollectionRecord.canBeIndexed(label.id())) {
                continue; // no label of the index
            }
            addWords(document, IndexField.NAMES, label.name());
            addWords(document, IndexField.LABEL_WORDS, label.name());
            document.add(new StringField(IndexField.CARRIES, label.id(), Field.Store.YES));
            addCounted(document, IndexField.WHOLE_LABEL, label.id());
        }
        judged.rejected().stream()
                .filter(CollectionRecord::canBeIndexed)
                .forEach(id -> document.add(new StringField(IndexField.REJECTED, id, Field.Store.YES)));
        Set<String> references = new LinkedHashSet<>(metadata.references());
        references.addAll(judged.cited());
        references.stream()
                .filter(CollectionRecord::canBeIndexed) // what is longer than an id may be refers to no paper
                .forEach(id -> document.add(new StringField(IndexField.REFERENCE, id, Field.Store.YES)));
        judged.cited().forEach(id -> document.add(new StoredField(IndexField.JUDGED_REFERENCE, id)));
    }

    private static void addWords(Document document, String field, String words) {
        document.add(new TextField(field, words, Field.Store.NO));
    }

    /** What is no name, being empty or as long as a page, is not counted. */
    private static void addCounted(Document document, String field, String name) {
        String whole = name.strip();
        if (!whole.isEmpty() && whole.length() <= LONGEST_NAME) {
            document.add(new SortedSetDocValuesField(field, new BytesRef(whole)));
        }
    }

    private static void addKey(Document document, String field, String key) {
        if (!key.isEmpty() && CollectionRecord.canBeIndexed(key)) {
            document.add(new StringField(field, key, Field.Store.YES));
        }
    }

    Document of(Label label, Map<String, float[]> vectors) throws IOException {
        Document document = base(IndexField.LABEL, label.id(), vectors);
        document.add(new StoredField(IndexField.TITLE, label.name()));
        document.add(new StoredField(IndexField.TEXT, label.definition()));
        label.synonyms().forEach(name -> document.add(new StoredField(IndexField.SYNONYM, name)));
        label.parents().forEach(id -> document.add(new StoredField(IndexField.PARENT, id)));
        document.add(new StoredField(IndexField.NOTATION, label.notation()));
        return document;
    }

    private Document base(String type, String id, Map<String, float[]> vectors) throws IOException {
        Document document = new Document();
        document.add(new StringField(IndexField.TYPE, type, Field.Store.NO));
        document.add(new StringField(IndexField.ID, id, Field.Store.YES));
        for (Map.Entry<String, float[]> vector : vectors.entrySet()) {
            addVector(document, type, IndexField.vector(vector.getKey(), type), similarity.prepared(vector.getValue()));
        }
        return document;
    }

    private void addVector(Document document, String type, String field, float[] vector) throws IOException {
        long key = DistinctVectors.key(vector);
        boolean first = distinct.isFirst(type, field, key);
        if (first) {
            document.add(new StringField(IndexField.key(field), Long.toHexString(key), Field.Store.NO));
        }
        document.add(new KnnFloatVectorField(first ? field : IndexField.repeated(field), vector, function(similarity)));
    }
}
