package io.github.scimult.search.index;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NearestVectors;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.fusion.MarginalRelevance;
import io.github.scimult.search.fusion.RankedPaper;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.List;
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

    /** Papers by BM25 and dense retrieval fused. */
    List<SearchHit> papers(PaperQuery question) throws IOException {
        Fusion fusion = fusion(question);
        PreparedQuery query = retrieval().prepared(question, fusion.weight());
        PaperGrouping grouping = grouping(query);
        for (int depth = Math.max(LiteratureIndex.DEPTH, question.limit()); ; depth *= FURTHER) {
            List<RankedPaper> order = query.plan().hasWords()
                    ? diverse(question, retrieval().found(query, depth).inOrder(fusion))
                    : retrieval().newest(query, depth);
            List<SearchHit> hits = grouping.first(order);
            if (hits.size() == question.limit() || order.size() < depth || depth >= MAX_DEPTH) {
                return hits;
            }
        }
    }

    private Fusion fusion(PaperQuery question) {
        double weight = question.bm25Weight() == null ? weights.of(question.task()) : question.bm25Weight();
        boolean both = weight > 0 && !Double.isInfinite(weight);
        return question.byRanks() && both ? Fusion.reciprocalRank() : Fusion.weightedSum(weight);
    }

    private List<RankedPaper> diverse(PaperQuery question, List<RankedPaper> order) throws IOException {
        return question.diversity() == 0
                ? order
                : new MarginalRelevance(vectors(question.task()), question.diversity()).order(order, question.limit());
    }

    private StoredVectors vectors(Task task) {
        return new StoredVectors(searcher.getIndexReader(), space.field(task, IndexField.PAPER));
    }
}
