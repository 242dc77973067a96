package io.github.scimult.search.index;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NearestVectors;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.fusion.MarginalRelevance;
import io.github.scimult.search.fusion.RankedPaper;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.LabelHit;
import io.github.scimult.search.record.NearestLabelsAndPapers;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

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

    /** The labels nearest to a text, and the papers whose vectors for classification are, the nearest first. */
    NearestLabelsAndPapers nearestLabelsAndPapers(SegmentedText text, SearchFilter filter, int labels, int papers)
            throws IOException {
        float[] vector = space.of(Task.CLASSIFICATION, text);
        int depth = Math.max(LiteratureIndex.DEPTH, Math.max(labels, papers)); // a wider beam finds more
        List<LabelHit> nearestLabels = labels(byVector(vector, IndexField.LABEL, null, depth), labels);
        if (papers == 0) {
            return new NearestLabelsAndPapers(nearestLabels, List.of());
        }
        Query among = filter.equals(SearchFilter.NONE) ? null : filter.papers();
        return new NearestLabelsAndPapers(
                nearestLabels, papers(byVector(vector, IndexField.PAPER, among, depth), papers));
    }

    private ScoreDoc[] byVector(float[] vector, String type, Query filter, int limit) throws IOException {
        return nearest.of(space.field(Task.CLASSIFICATION, type), vector, limit, filter);
    }

    private List<LabelHit> labels(ScoreDoc[] found, int limit) throws IOException {
        List<LabelHit> hits = new ArrayList<>();
        for (ScoreDoc hit : Arrays.asList(found).subList(0, Math.min(limit, found.length))) {
            hits.add(new LabelHit(stored().label(hit.doc), hit.score));
        }
        return hits;
    }

    private List<SearchHit> papers(ScoreDoc[] found, int limit) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (int rank = 0; rank < found.length && hits.size() < limit; rank++) {
            SearchHit.Side dense = new SearchHit.Side(rank + 1, found[rank].score);
            IndexedPaper paper = stored().paper(found[rank].doc);
            hits.add(new SearchHit(paper, found[rank].score, SearchHit.Side.UNKNOWN, dense, 0));
        }
        return hits;
    }
}
