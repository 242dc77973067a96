package io.github.scimult.search.index;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.storage.Json;
import io.github.scimult.search.duplicate.PaperIdentity;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.judgement.PaperJudgements;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.IndexedPaper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** The papers and labels of an index as they were at one moment, read rather than ranked. */
record StoredRecords(IndexSearcher searcher) {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final Query PAPERS = new TermQuery(new Term(IndexField.TYPE, IndexField.PAPER));

    /** Reads a document of one kind. */
    private interface Reading<T> {
        T read(int document) throws IOException;
    }

    Optional<IndexedPaper> paper(String id) throws IOException {
        return all(IndexField.record(IndexField.PAPER, id), 1, this::paper).stream()
                .findFirst();
    }

    /** Papers by their ids, in the ids' order; those that are not there are left out. */
    List<IndexedPaper> papers(List<String> ids) throws IOException {
        Map<String, IndexedPaper> found = new HashMap<>();
        for (IndexedPaper paper : all(IndexField.records(IndexField.PAPER, ids), ids.size(), this::paper)) {
            found.put(paper.id(), paper);
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    Optional<IndexedLabel> label(String id) throws IOException {
        return all(IndexField.record(IndexField.LABEL, id), 1, this::label).stream()
                .findFirst();
    }

    /** The stored vector of a paper; none if there is no such paper. */
    Optional<float[]> vector(String id, String field) throws IOException {
        ScoreDoc[] found = searcher.search(IndexField.record(IndexField.PAPER, id), 1).scoreDocs;
        return found.length == 0
                ? Optional.empty()
                : new StoredVectors(searcher.getIndexReader(), field).of(found[0].doc);
    }

    IndexedPaper paper(int document) throws IOException {
        Document stored = searcher.storedFields().document(document);
        String venue = stored.get(IndexField.VENUE);
        return new IndexedPaper(
                stored.get(IndexField.ID),
                stored.get(IndexField.TITLE),
                stored.get(IndexField.TEXT),
                List.of(stored.getValues(IndexField.AUTHOR)),
                venue == null ? "" : venue,
                stored.getField(IndexField.YEAR) == null
                        ? null
                        : stored.getField(IndexField.YEAR).numericValue().intValue(),
                List.of(stored.getValues(IndexField.REFERENCE)),
                List.of(stored.getValues(IndexField.CARRIES)),
                other(stored.get(IndexField.OTHER)));
    }

    private static Map<String, Object> other(String json) throws IOException {
        return json == null ? Map.of() : Json.MAPPER.readValue(json, FIELDS);
    }

    IndexedLabel label(int document) throws IOException {
        Document stored = searcher.storedFields().document(document);
        return new IndexedLabel(
                stored.get(IndexField.ID),
                stored.get(IndexField.TITLE),
                stored.get(IndexField.TEXT),
                List.of(stored.getValues(IndexField.SYNONYM)),
                List.of(stored.getValues(IndexField.PARENT)),
                Objects.requireNonNullElse(stored.get(IndexField.NOTATION), "")); // earlier versions wrote none
    }

    /** What is judged of a paper; nothing if there is no such paper. */
    PaperJudgements judgements(String id) throws IOException {
        return all(IndexField.record(IndexField.PAPER, id), 1, this::judgements).stream()
                .findFirst()
                .orElse(PaperJudgements.NONE);
    }

    PaperJudgements judgements(int document) throws IOException {
        Document stored = searcher.storedFields().document(document);
        List<PaperJudgements.AssignedLabel> assigned = new ArrayList<>();
        for (String id : stored.getValues(IndexField.CARRIES)) {
            assigned.add(new PaperJudgements.AssignedLabel(
                    id, label(id).map(IndexedLabel::name).orElse("")));
        }
        return new PaperJudgements(
                Optional.ofNullable(stored.get(IndexField.SPLIT)),
                assigned,
                List.of(stored.getValues(IndexField.REJECTED)),
                List.of(stored.getValues(IndexField.JUDGED_REFERENCE)));
    }

    /**
     * Papers with their vectors, in the index's order; of more than {@code limit} a sample by the seed.
     *
     * @param field of the vectors
     */
    void sample(String field, int limit, long seed, LiteratureIndex.PaperVectors each) throws IOException {
        int papers = searcher.count(PAPERS);
        int[] sample = RandomSample.positions(papers, limit, new SplittableRandom(seed));
        StoredVectors vectors = new StoredVectors(searcher.getIndexReader(), field);
        int[] position = {0, 0}; // of the paper, and in the sample
        documents(document -> {
            if (position[1] < sample.length && sample[position[1]] == position[0]++) {
                position[1]++;
                accept(document, vectors, each);
            }
        });
    }

    /** Takes papers with their documents. */
    interface PaperDocument {
        void accept(int document, IndexedPaper paper) throws IOException;
    }

    /** All papers, in the index's order. */
    void papers(PaperDocument each) throws IOException {
        documents(document -> each.accept(document, paper(document)));
    }

    private interface EachDocument {
        void accept(int document) throws IOException;
    }

    private void documents(EachDocument each) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(PAPERS), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer found = weight.scorer(leaf);
            DocIdSetIterator documents = found == null ? DocIdSetIterator.empty() : found.iterator();
            Bits live = leaf.reader().getLiveDocs();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(documents.docID())) {
                    each.accept(leaf.docBase + documents.docID());
                }
            }
        }
    }

    private void accept(int document, StoredVectors vectors, LiteratureIndex.PaperVectors each) throws IOException {
        Optional<float[]> vector = vectors.of(document);
        if (vector.isPresent()) {
            each.accept(paper(document), vector.get());
        }
    }

    /** A paper as its duplicates are told by. */
    PaperIdentity identity(int document, IndexedPaper paper) throws IOException {
        return PaperIdentity.of(
                paper,
                searcher.storedFields()
                        .document(document, Set.of(IndexField.DOI))
                        .get(IndexField.DOI));
    }

    /** All labels, in the index's order. */
    List<IndexedLabel> labels() throws IOException {
        return all(IndexField.LABELS, searcher.count(IndexField.LABELS), this::label);
    }

    /** The document of a paper; none if there is no such paper. */
    List<Integer> paperDocument(String id) throws IOException {
        return all(IndexField.record(IndexField.PAPER, id), 1, document -> document);
    }

    /** The documents of papers whose field has a value. */
    List<Integer> papersWith(String field, String value) throws IOException {
        return all(new TermQuery(new Term(field, value)), Integer.MAX_VALUE, document -> document);
    }

    /** Papers whose references name a paper. */
    List<IndexedPaper> citing(String id, int limit) throws IOException {
        return all(new TermQuery(new Term(IndexField.REFERENCE, id)), limit, this::paper);
    }

    private <T> List<T> all(Query query, int limit, Reading<T> reading) throws IOException {
        int documents = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
        List<T> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, documents, Sort.INDEXORDER).scoreDocs) {
            found.add(reading.read(hit.doc));
        }
        return found;
    }
}
