package io.github.scimult.search.index;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.PlainWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.QueryBuilder;

/**
 * An index as it was at one moment.
 *
 * @param searcher over it
 * @param nearest by vectors
 * @param encoder of the index's model
 * @param weights of words beside vectors
 */
record IndexSnapshot(IndexSearcher searcher, NearestVectors nearest, TextEncoder encoder, WordWeights weights) {
    private static final Query LABELS = new TermQuery(new Term(IndexField.TYPE, IndexField.LABEL));

    /** Found by words and by vectors, in one order; of papers with the same title only the first. */
    List<SearchHit> papers(PaperQuestion question) throws IOException {
        double weight = question.wordWeight() == null ? weights.of(question.task()) : question.wordWeight();
        boolean both = weight > 0 && !Double.isInfinite(weight);
        FoundPapers found = found(question, weight);
        List<RankedFusion.Place> places = question.byRanks() && both ? found.inOrderOfRanks() : found.inOrder(weight);
        if (question.diversity() > 0) {
            String field = IndexField.vector(encoder.space(question.task()), IndexField.PAPER);
            places = new MarginalRelevance(searcher.getIndexReader(), field, question.diversity())
                    .order(places, question.most());
        }
        return hits(places, question.most());
    }

    /**
     * What each side finds for a question.
     *
     * @param weight of the words; at 0 they are not looked for, at infinity vectors are not
     */
    FoundPapers found(PaperQuestion question, double weight) throws IOException {
        Query papers = question.filter().papers();
        int depth = Math.max(LiteratureIndex.DEPTH, question.most());
        ScoreDoc[] words = weight == 0 ? new ScoreDoc[0] : byWords(question.text(), papers, depth);
        ScoreDoc[] vectors = Double.isInfinite(weight)
                ? new ScoreDoc[0]
                : byVector(question.task(), vector(question.task(), question.text()), IndexField.PAPER, papers, depth);
        return new FoundPapers(words, vectors);
    }

    /** The first of an order; of papers with the same title only the first. */
    List<SearchHit> hits(List<RankedFusion.Place> places, int most) throws IOException {
        Set<String> titles = new HashSet<>();
        List<SearchHit> hits = new ArrayList<>();
        for (RankedFusion.Place place : places) {
            if (hits.size() == most) {
                break;
            }
            IndexedPaper paper = paper(place.document());
            if (isFirst(paper, titles)) {
                hits.add(new SearchHit(
                        paper,
                        place.score(),
                        place.wordRank(),
                        place.wordScore(),
                        place.vectorRank(),
                        place.vectorScore()));
            }
        }
        return hits;
    }

    /** Whether no answer before it has its title; one without a title is like no other. */
    private static boolean isFirst(IndexedPaper paper, Set<String> titles) {
        String title = PlainWords.of(paper.title());
        return title.isEmpty() || titles.add(title);
    }

    /** The labels nearest to a text, and the papers whose vectors for classification are, the nearest first. */
    Surroundings surroundings(SegmentedText text, SearchFilter filter, int labels, int papers) throws IOException {
        float[] vector = vector(Task.CLASSIFICATION, text);
        int depth = Math.max(LiteratureIndex.DEPTH, Math.max(labels, papers)); // a wider beam finds more
        Set<String> titles = new HashSet<>();
        return new Surroundings(
                first(byVector(Task.CLASSIFICATION, vector, IndexField.LABEL, LABELS, depth), labels, label -> true),
                papers == 0
                        ? List.of()
                        : first(
                                byVector(Task.CLASSIFICATION, vector, IndexField.PAPER, filter.papers(), depth),
                                papers,
                                paper -> isFirst(paper, titles)));
    }

    private List<SearchHit> first(ScoreDoc[] found, int most, Predicate<IndexedPaper> counts) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (int rank = 0; rank < found.length && hits.size() < most; rank++) {
            IndexedPaper paper = paper(found[rank].doc);
            if (counts.test(paper)) {
                hits.add(new SearchHit(paper, found[rank].score, 0, 0, rank + 1, found[rank].score));
            }
        }
        return hits;
    }

    private ScoreDoc[] byWords(SegmentedText text, Query papers, int depth) throws IOException {
        Query words = new QueryBuilder(IndexField.ANALYZER).createBooleanQuery(IndexField.WORDS, text.plain());
        if (words == null) {
            return new ScoreDoc[0]; // nothing but stop words
        }
        Query both = new BooleanQuery.Builder()
                .add(words, BooleanClause.Occur.MUST)
                .add(papers, BooleanClause.Occur.FILTER)
                .build();
        return searcher.search(both, depth).scoreDocs;
    }

    private float[] vector(Task task, SegmentedText text) {
        return encoder.encode(List.of(text), task)[0];
    }

    private ScoreDoc[] byVector(Task task, float[] vector, String type, Query filter, int most) throws IOException {
        String field = IndexField.vector(encoder.space(task), type);
        return nearest.of(field, vector, most, filter);
    }

    /** A paper, or a label, by its id. */
    Optional<IndexedPaper> record(String type, String id) throws IOException {
        ScoreDoc[] found = searcher.search(IndexField.record(type, id), 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(paper(found[0].doc));
    }

    private IndexedPaper paper(int document) throws IOException {
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
                Stream.of(IndexField.CARRIES, IndexField.PARENT) // a document has one of the two
                        .flatMap(field -> Stream.of(stored.getValues(field)))
                        .toList());
    }

    /** Papers with their vectors for a task, in the index's order; of more than {@code most} so many, drawn by the seed. */
    void drawPapers(Task task, int most, long seed, LiteratureIndex.PaperVectors each) throws IOException {
        String field = IndexField.vector(encoder.space(task), IndexField.PAPER);
        int left = searcher.count(new FieldExistsQuery(field));
        int wanted = Math.min(most, left);
        SplittableRandom random = new SplittableRandom(seed);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            KnnVectorValues.DocIndexIterator documents = values.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live != null && !live.get(documents.docID())) {
                    continue;
                }
                if (random.nextInt(left--) < wanted) {
                    wanted--;
                    each.accept(
                            paper(leaf.docBase + documents.docID()),
                            values.vectorValue(documents.index()).clone());
                }
            }
        }
    }

    /** All labels, in the index's order. */
    List<IndexedPaper> labels() throws IOException {
        return all(LABELS, Integer.MAX_VALUE);
    }

    /** Papers whose references name a paper. */
    List<IndexedPaper> citing(String id, int most) throws IOException {
        return all(new TermQuery(new Term(IndexField.REFERENCE, id)), most);
    }

    private List<IndexedPaper> all(Query query, int most) throws IOException {
        int documents = Math.max(1, Math.min(most, searcher.getIndexReader().maxDoc()));
        List<IndexedPaper> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, documents, Sort.INDEXORDER).scoreDocs) {
            found.add(paper(hit.doc));
        }
        return found;
    }
}
