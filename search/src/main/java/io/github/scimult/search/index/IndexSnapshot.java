package io.github.scimult.search.index;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.browse.CitationCounts;
import io.github.scimult.search.browse.HitOrder;
import io.github.scimult.search.browse.PaperOrder;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NearestVectors;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.fusion.MarginalRelevance;
import io.github.scimult.search.fusion.RankedPaper;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;

/**
 * An index as it was at one moment.
 *
 * @param nearest finds by vectors
 * @param space of the index's model
 * @param weights of BM25 in the fusion
 * @param analyzer of its texts
 */
record IndexSnapshot(
        IndexSearcher searcher, NearestVectors nearest, QueryVectors space, FusionWeights weights, Analyzer analyzer) {
    /** Results that are looked for where duplicates leave too few: so many times more. */
    private static final int FURTHER = 4;

    private static final int MAX_DEPTH = 20_000;

    /** Its papers and labels, for reading. */
    StoredRecords stored() {
        return new StoredRecords(searcher);
    }

    /** Finds papers. */
    PaperRetrieval retrieval() {
        return new PaperRetrieval(searcher, nearest, space, analyzer);
    }

    /** Makes results of a query's rankings. */
    PaperGrouping grouping(PreparedQuery query) {
        return new PaperGrouping(stored(), vectors(query.question().task()), query);
    }

    /**
     * Papers by BM25 and dense retrieval fused.
     *
     * @param citations by which the most cited are first
     */
    List<SearchHit> papers(PaperQuery question, CitationCounts citations) throws IOException {
        Fusion fusion = fusion(question);
        PreparedQuery query = retrieval().prepared(question, fusion.weight());
        boolean isResorted = query.plan().hasWords() && question.order() != PaperOrder.RELEVANCE;
        List<SearchHit> hits = isResorted
                ? new HitOrder(searcher, question.order()).of(mostRelevant(query, fusion))
                : first(query, depth -> order(query, fusion, depth, citations));
        return hits.subList(Math.min(question.offset(), hits.size()), Math.min(question.end(), hits.size()));
    }

    private List<RankedPaper> order(PreparedQuery query, Fusion fusion, int depth, CitationCounts citations)
            throws IOException {
        return query.plan().hasWords()
                ? diverse(query.question(), retrieval().found(query, depth).inOrder(fusion))
                : retrieval().browsed(query, depth, citations);
    }

    /** Ranks to a depth. */
    private interface Ranking {
        List<RankedPaper> to(int depth) throws IOException;
    }

    /** The first results, each of one depth before those of a greater one: whoever asks for more gets the same ones first. */
    private List<SearchHit> first(PreparedQuery query, Ranking ranking) throws IOException {
        PaperGrouping grouping = grouping(query);
        Map<Integer, RankedPaper> order = new LinkedHashMap<>();
        for (int depth = LiteratureIndex.DEPTH; ; depth *= FURTHER) {
            List<RankedPaper> found = ranking.to(depth);
            boolean isLast = found.size() < depth || depth >= MAX_DEPTH;
            found.stream()
                    .limit(isLast ? found.size() : depth)
                    .forEach(paper -> order.putIfAbsent(paper.document(), paper));
            if (isLast || order.size() >= query.question().end()) {
                List<SearchHit> hits = grouping.first(List.copyOf(order.values()));
                if (isLast || hits.size() == query.question().end()) {
                    return hits;
                }
            }
        }
    }

    private List<SearchHit> mostRelevant(PreparedQuery query, Fusion fusion) throws IOException {
        PaperQuery all = query.question().offset(0).limit(LiteratureIndex.DEPTH);
        PreparedQuery whole = new PreparedQuery(all, query.plan(), query.lexical(), query.vector());
        return first(whole, depth -> retrieval().found(whole, depth).inOrder(fusion));
    }

    private Fusion fusion(PaperQuery question) {
        double weight = question.bm25Weight() == null ? weights.of(question.task()) : question.bm25Weight();
        boolean both = weight > 0 && !Double.isInfinite(weight);
        return question.byRanks() && both ? Fusion.reciprocalRank() : Fusion.weightedSum(weight);
    }

    private List<RankedPaper> diverse(PaperQuery question, List<RankedPaper> order) throws IOException {
        return question.diversity() == 0
                ? order
                : new MarginalRelevance(vectors(question.task()), question.diversity()).order(order, question.end());
    }

    private StoredVectors vectors(Task task) {
        return new StoredVectors(searcher.getIndexReader(), space.field(task, IndexField.PAPER));
    }
}
