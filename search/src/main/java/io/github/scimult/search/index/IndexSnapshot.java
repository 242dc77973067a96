package io.github.scimult.search.index;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.PlainWords;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.LabelHit;
import io.github.scimult.search.record.NearestLabelsAndPapers;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.QueryBuilder;

/**
 * An index as it was at one moment.
 *
 * @param nearest finds by vectors
 * @param encoder of the index's model
 * @param weights of BM25 in the fusion
 */
record IndexSnapshot(IndexSearcher searcher, NearestVectors nearest, TextEncoder encoder, FusionWeights weights) {
    /** The weight of a word in names, relative to one in a title or an abstract. */
    private static final float NAMES_WEIGHT = 0.5f;

    /** Its papers and labels, for reading. */
    StoredRecords stored() {
        return new StoredRecords(searcher);
    }

    /** Papers by BM25 and dense retrieval fused; of papers with the same title only the first. */
    List<SearchHit> papers(PaperQuery question) throws IOException {
        double weight = question.bm25Weight() == null ? weights.of(question.task()) : question.bm25Weight();
        boolean both = weight > 0 && !Double.isInfinite(weight);
        FoundPapers found = found(question, weight);
        List<HybridFusion.Place> places = question.byRanks() && both ? found.inOrderOfRanks() : found.inOrder(weight);
        if (question.diversity() > 0) {
            String field = IndexField.vector(encoder.space(question.task()), IndexField.PAPER);
            places = new MarginalRelevance(searcher.getIndexReader(), field, question.diversity())
                    .order(places, question.limit());
        }
        return hits(places, question.limit(), stored()::paper);
    }

    /**
     * What BM25 and dense retrieval find for a query.
     *
     * @param weight of BM25; at 0 it is not used, at infinity dense retrieval is not
     */
    FoundPapers found(PaperQuery question, double weight) throws IOException {
        Query papers = question.filter().papers();
        int depth = Math.max(LiteratureIndex.DEPTH, question.limit());
        ScoreDoc[] words = weight == 0 ? new ScoreDoc[0] : byWords(question, papers, depth);
        ScoreDoc[] vectors = Double.isInfinite(weight)
                ? new ScoreDoc[0]
                : byVector(
                        question.task(),
                        vector(question.task(), question.text()),
                        IndexField.PAPER,
                        question.filter().vectors(),
                        depth);
        return new FoundPapers(words, vectors);
    }

    /** What a document holds. */
    interface Papers {
        IndexedPaper paper(int document) throws IOException;
    }

    /** The first of an order; of papers with the same title only the first. */
    List<SearchHit> hits(List<HybridFusion.Place> places, int limit, Papers papers) throws IOException {
        Set<String> titles = new HashSet<>();
        List<SearchHit> hits = new ArrayList<>();
        for (HybridFusion.Place place : places) {
            if (hits.size() == limit) {
                break;
            }
            IndexedPaper paper = papers.paper(place.document());
            if (isFirst(paper, titles)) {
                hits.add(new SearchHit(
                        paper,
                        place.score(),
                        place.bm25Rank(),
                        place.bm25Score(),
                        place.denseRank(),
                        place.denseScore()));
            }
        }
        return hits;
    }

    /** Whether no result before it has its title; papers without a title are all different. */
    private static boolean isFirst(IndexedPaper paper, Set<String> titles) {
        String title = PlainWords.of(paper.title());
        return title.isEmpty() || titles.add(title);
    }

    /** The labels nearest to a text, and the papers whose vectors for classification are, the nearest first. */
    NearestLabelsAndPapers nearestLabelsAndPapers(SegmentedText text, SearchFilter filter, int labels, int papers)
            throws IOException {
        float[] vector = vector(Task.CLASSIFICATION, text);
        int depth = Math.max(LiteratureIndex.DEPTH, Math.max(labels, papers)); // a wider beam finds more
        return new NearestLabelsAndPapers(
                labels(byVector(Task.CLASSIFICATION, vector, IndexField.LABEL, null, depth), labels),
                papers == 0
                        ? List.of()
                        : papers(
                                byVector(Task.CLASSIFICATION, vector, IndexField.PAPER, filter.vectors(), depth),
                                papers));
    }

    private List<LabelHit> labels(ScoreDoc[] found, int limit) throws IOException {
        List<LabelHit> hits = new ArrayList<>();
        for (ScoreDoc hit : Arrays.asList(found).subList(0, Math.min(limit, found.length))) {
            hits.add(new LabelHit(stored().label(hit.doc), hit.score));
        }
        return hits;
    }

    private List<SearchHit> papers(ScoreDoc[] found, int limit) throws IOException {
        Set<String> titles = new HashSet<>();
        List<SearchHit> hits = new ArrayList<>();
        for (int rank = 0; rank < found.length && hits.size() < limit; rank++) {
            IndexedPaper paper = stored().paper(found[rank].doc);
            if (isFirst(paper, titles)) {
                hits.add(SearchHit.dense(paper, rank + 1, found[rank].score));
            }
        }
        return hits;
    }

    private ScoreDoc[] byWords(PaperQuery question, Query papers, int depth) throws IOException {
        QueryBuilder words = new QueryBuilder(IndexField.ANALYZER);
        String text = question.text().plain();
        Query inTexts = words.createBooleanQuery(IndexField.WORDS, text);
        if (inTexts == null) {
            return new ScoreDoc[0]; // nothing but stop words
        }
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder().add(inTexts, BooleanClause.Occur.SHOULD);
        if (question.task().family() == TaskFamily.SEARCH) {
            // Who searches may know an author, a venue or a label; a paper's text names none of another one's.
            Query inNames = words.createBooleanQuery(IndexField.NAMES, text);
            anywhere.add(new BoostQuery(inNames, NAMES_WEIGHT), BooleanClause.Occur.SHOULD);
        }
        Query both = new BooleanQuery.Builder()
                .add(anywhere.build(), BooleanClause.Occur.MUST)
                .add(papers, BooleanClause.Occur.FILTER)
                .build();
        return searcher.search(both, depth).scoreDocs;
    }

    private float[] vector(Task task, SegmentedText text) {
        return encoder.similarity().prepared(encoder.encode(List.of(text), task)[0]);
    }

    private ScoreDoc[] byVector(Task task, float[] vector, String type, Query filter, int limit) throws IOException {
        String field = IndexField.vector(encoder.space(task), type);
        return nearest.of(field, vector, limit, filter);
    }
}
