package io.github.scimult.search.index;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.search.judgement.PaperJudgements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** Papers and labels as Lucene's documents. */
final class IndexDocuments {
    private final Similarity similarity;
    private final VectorSimilarityFunction function;

    IndexDocuments(Similarity similarity) {
        this.similarity = similarity;
        // Vectors of length 1 have their cosine as dot product, which is a third of the work.
        this.function = similarity == Similarity.COSINE
                ? VectorSimilarityFunction.DOT_PRODUCT
                : VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
    }

    /**
     * A paper.
     *
     * @param judged of it
     * @param vectors by space
     */
    Document of(Paper paper, PaperJudgements judged, Map<String, float[]> vectors) {
        Document document = base(IndexField.PAPER, paper.id(), paper.title() + " " + paper.text(), vectors);
        document.add(new StoredField(IndexField.TITLE, paper.title()));
        document.add(new StoredField(IndexField.TEXT, paper.text()));
        for (String author : paper.metadata().authors()) {
            document.add(new StoredField(IndexField.AUTHOR, author));
            document.add(new StringField(IndexField.AUTHOR_KEY, key(author), Field.Store.NO));
        }
        if (!paper.metadata().venue().isEmpty()) {
            document.add(new StoredField(IndexField.VENUE, paper.metadata().venue()));
            document.add(
                    new StringField(IndexField.VENUE_KEY, key(paper.metadata().venue()), Field.Store.NO));
        }
        document.add(new TextField(IndexField.NAMES, names(paper, judged), Field.Store.NO));
        if (paper.metadata().year() != null) {
            document.add(new StoredField(IndexField.YEAR, paper.metadata().year()));
            document.add(new IntPoint(IndexField.YEAR, paper.metadata().year()));
        }
        Set<String> references = new LinkedHashSet<>(paper.metadata().references());
        references.addAll(judged.cited());
        references.forEach(id -> document.add(new StringField(IndexField.REFERENCE, id, Field.Store.YES)));
        add(judged, document);
        return document;
    }

    private static void add(PaperJudgements judged, Document document) {
        judged.split().ifPresent(split -> document.add(new StringField(IndexField.SPLIT, split, Field.Store.YES)));
        judged.labels()
                .forEach(label -> document.add(new StringField(IndexField.CARRIES, label.id(), Field.Store.YES)));
        judged.cited().forEach(id -> document.add(new StoredField(IndexField.JUDGED_REFERENCE, id)));
    }

    private static String names(Paper paper, PaperJudgements judged) {
        List<String> names = new ArrayList<>(paper.metadata().authors());
        names.add(paper.metadata().venue());
        judged.labels().forEach(label -> names.add(label.name()));
        return String.join(" ", names);
    }

    Document of(Label label, Map<String, float[]> vectors) {
        String words = label.name() + " " + label.definition() + " " + String.join(" ", label.synonyms());
        Document document = base(IndexField.LABEL, label.id(), words, vectors);
        document.add(new StoredField(IndexField.TITLE, label.name()));
        document.add(new StoredField(IndexField.TEXT, label.definition()));
        label.synonyms().forEach(name -> document.add(new StoredField(IndexField.SYNONYM, name)));
        label.parents().forEach(id -> document.add(new StoredField(IndexField.PARENT, id)));
        return document;
    }

    private Document base(String type, String id, String words, Map<String, float[]> vectors) {
        Document document = new Document();
        document.add(new StringField(IndexField.TYPE, type, Field.Store.NO));
        document.add(new StringField(IndexField.ID, id, Field.Store.YES));
        document.add(new TextField(IndexField.WORDS, words, Field.Store.NO));
        vectors.forEach((space, vector) -> document.add(
                new KnnFloatVectorField(IndexField.vector(space, type), similarity.prepared(vector), function)));
        return document;
    }

    /** How names are compared. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
