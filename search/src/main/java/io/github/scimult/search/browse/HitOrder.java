package io.github.scimult.search.browse;

import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * Puts results in another order than by relevance; of equals the more relevant stay first, and papers without a year are last.
 *
 * @param searcher of the index that the results are from
 */
public record HitOrder(IndexSearcher searcher, PaperOrder order) {
    /** The same results in that order. */
    public List<SearchHit> of(List<SearchHit> hits) throws IOException {
        Map<String, Integer> citing = new HashMap<>();
        for (SearchHit hit : order == PaperOrder.MOST_CITED ? hits : List.<SearchHit>of()) {
            String id = hit.paper().id();
            citing.put(id, searcher.count(new TermQuery(new Term(IndexField.REFERENCE, id))));
        }
        Comparator<Integer> years = order == PaperOrder.OLDEST ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Comparator<SearchHit> byYear = Comparator.comparing(hit -> hit.paper().year(), Comparator.nullsLast(years));
        Comparator<SearchHit> byCitations =
                Comparator.comparing(hit -> citing.get(hit.paper().id()), Comparator.reverseOrder());
        return hits.stream()
                .sorted(order == PaperOrder.MOST_CITED ? byCitations : byYear)
                .toList();
    }
}
