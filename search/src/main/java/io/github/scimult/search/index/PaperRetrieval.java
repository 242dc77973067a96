package io.github.scimult.search.index;

import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.search.browse.CitationCounts;
import io.github.scimult.search.browse.PaperOrder;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.LexicalQuery;
import io.github.scimult.search.field.NearestVectors;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.fusion.FoundPapers;
import io.github.scimult.search.fusion.RankedPaper;
import io.github.scimult.search.fusion.ScoredPapers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;

/**
 * Retrieval of papers by BM25 and by vectors. What either side finds has the exact score of both.
 *
 * @param nearest finds by vectors
 * @param space of the index's model
 * @param analyzer of the index's texts
 */
record PaperRetrieval(IndexSearcher searcher, NearestVectors nearest, QueryVectors space, Analyzer analyzer) {
    private static final ScoreDoc[] NOTHING = {};

    /** @param weight of BM25; at 0 it is not used, at infinity dense retrieval is not */
    PreparedQuery prepared(PaperQuery question, double weight) throws IOException {
        QueryPlan plan = QueryPlan.of(question, searcher, analyzer);
        boolean hasWords = plan.hasWords();
        boolean withNames = question.task().family() == TaskFamily.SEARCH;
        // Who searches may know an author, a venue or a label; a paper's text names none of another one's.
        Optional<Query> lexical = hasWords && weight > 0
                ? new LexicalQuery(searcher.getIndexReader(), analyzer)
                        .of(plan.text().plain(), withNames)
                : Optional.empty();
        Optional<float[]> vector = hasWords && !Double.isInfinite(weight)
                ? Optional.of(space.of(question.task(), plan.text()))
                : Optional.empty();
        return new PreparedQuery(question, plan, lexical, vector);
    }

    /** @param depth so many are found by each side */
    FoundPapers found(PreparedQuery query, int depth) throws IOException {
        String field = space.field(query.question().task(), IndexField.PAPER);
        ScoreDoc[] byWords = query.lexical().isEmpty()
                ? NOTHING
                : searcher.search(among(query.lexical().get(), query.plan().papers()), depth).scoreDocs;
        ScoreDoc[] byVectors = query.vector().isEmpty()
                ? NOTHING
                : nearest.of(field, query.vector().get(), depth, query.plan().denseFilter());
        List<ScoreDoc> words =
                query.lexical().isEmpty() ? List.of() : lexical(query.lexical().get(), byVectors);
        List<ScoreDoc> vectors = query.vector().isEmpty()
                ? List.of()
                : dense(field, query.vector().get(), byWords);
        return new FoundPapers(
                ScoredPapers.of(byWords, words), ScoredPapers.of(byVectors, vectors), space.similarity());
    }

    /** What a lexical query finds among some papers; these do not count for the score. */
    static Query among(Query lexical, Query papers) {
        return new BooleanQuery.Builder()
                .add(lexical, BooleanClause.Occur.MUST)
                .add(papers, BooleanClause.Occur.FILTER)
                .build();
    }

    /** Exact scores of documents that vectors have found. */
    private List<ScoreDoc> lexical(Query lexical, ScoreDoc[] documents) throws IOException {
        int[] ascending =
                Arrays.stream(documents).mapToInt(hit -> hit.doc).sorted().toArray();
        Weight weight = searcher.createWeight(searcher.rewrite(lexical), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<ScoreDoc> scores = new ArrayList<>();
        int leaf = -1;
        Scorer scorer = null;
        for (int document : ascending) {
            int own = ReaderUtil.subIndex(document, leaves);
            if (own != leaf) {
                leaf = own;
                scorer = weight.scorer(leaves.get(own));
            }
            int inLeaf = document - leaves.get(own).docBase;
            if (scorer != null && scorer.docID() < inLeaf) {
                scorer.iterator().advance(inLeaf);
            }
            boolean isFound = scorer != null && scorer.docID() == inLeaf;
            scores.add(new ScoreDoc(document, isFound ? scorer.score() : 0));
        }
        return scores;
    }

    /** Exact scores of documents that words have found. */
    private List<ScoreDoc> dense(String field, float[] vector, ScoreDoc[] documents) throws IOException {
        StoredVectors stored = new StoredVectors(searcher.getIndexReader(), field);
        VectorSimilarityFunction function = IndexDocuments.function(space.similarity());
        List<ScoreDoc> scores = new ArrayList<>();
        for (ScoreDoc hit : documents) {
            Optional<float[]> own = stored.of(hit.doc);
            if (own.isPresent()) {
                scores.add(new ScoreDoc(hit.doc, function.compare(vector, own.get())));
            }
        }
        return scores;
    }

    /**
     * What meets the demands of a query without words.
     *
     * @param citations by which the most cited are first
     */
    List<RankedPaper> browsed(PreparedQuery query, int depth, CitationCounts citations) throws IOException {
        List<RankedPaper> order = new ArrayList<>();
        if (!isBrowsed(query.plan(), query.question().order())) {
            return order;
        }
        Sort sort = sort(query.question().order(), citations);
        for (ScoreDoc hit : searcher.search(query.plan().papers(), depth, sort).scoreDocs) {
            order.add(RankedPaper.unranked(hit.doc));
        }
        return order;
    }

    /** Nothing but stop words asks for nothing; who names an order may look through all papers. */
    private static boolean isBrowsed(QueryPlan plan, PaperOrder order) {
        return plan.restricted() || order != PaperOrder.RELEVANCE;
    }

    /** Papers without a year are last. */
    private Sort sort(PaperOrder order, CitationCounts citations) throws IOException {
        SortField newest = new SortField(IndexField.YEAR_ORDER, SortField.Type.LONG, true, Long.MIN_VALUE);
        return switch (order) {
            case RELEVANCE, NEWEST -> new Sort(newest, SortField.FIELD_DOC);
            case OLDEST ->
                new Sort(
                        new SortField(IndexField.YEAR_ORDER, SortField.Type.LONG, false, Long.MAX_VALUE),
                        SortField.FIELD_DOC);
            case MOST_CITED -> new Sort(citations.order(searcher.getIndexReader()), newest, SortField.FIELD_DOC);
        };
    }

    /** All papers that a query matches: that meet its demands and, if it has words, have at least one of them. */
    Query matching(PaperQuery question) throws IOException {
        QueryPlan plan = QueryPlan.of(question, searcher, analyzer);
        if (!plan.hasWords()) {
            return isBrowsed(plan, question.order()) ? plan.papers() : new MatchNoDocsQuery("nothing is demanded");
        }
        Optional<Query> lexical = new LexicalQuery(searcher.getIndexReader(), analyzer)
                .of(plan.text().plain(), true);
        return lexical.isPresent()
                ? among(lexical.get(), plan.papers())
                : new MatchNoDocsQuery("no paper has a word of the query");
    }
}
