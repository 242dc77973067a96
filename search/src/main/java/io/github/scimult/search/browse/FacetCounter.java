package io.github.scimult.search.browse;

import io.github.scimult.search.field.IndexField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts the values that papers have. Safe for use by many threads. */
public final class FacetCounter {
    private static final int VALUES = 20;
    private static final int YEARS = 200;

    private final Map<String, ReaderCache<StringDocValuesReaderState>> states = Map.of(
            IndexField.WHOLE_VENUE, states(IndexField.WHOLE_VENUE),
            IndexField.WHOLE_LABEL, states(IndexField.WHOLE_LABEL),
            IndexField.WHOLE_AUTHOR, states(IndexField.WHOLE_AUTHOR));

    private static ReaderCache<StringDocValuesReaderState> states(String field) {
        return new ReaderCache<>(reader -> new StringDocValuesReaderState(reader, field));
    }

    /** All facets of the papers that a query matches. */
    public Facets facets(IndexSearcher searcher, Query papers) throws IOException {
        FacetsCollector matching = matching(searcher, papers);
        return new Facets(
                years(matching),
                names(searcher, matching, IndexField.WHOLE_VENUE, VALUES),
                names(searcher, matching, IndexField.WHOLE_LABEL, VALUES),
                names(searcher, matching, IndexField.WHOLE_AUTHOR, VALUES));
    }

    /** The most frequent values of one field. */
    List<FacetValue> names(IndexSearcher searcher, Query papers, String field, int limit) throws IOException {
        return names(searcher, matching(searcher, papers), field, limit);
    }

    private static FacetsCollector matching(IndexSearcher searcher, Query papers) throws IOException {
        return searcher.search(papers, new FacetsCollectorManager());
    }

    private List<FacetValue> names(IndexSearcher searcher, FacetsCollector matching, String field, int limit)
            throws IOException {
        StringDocValuesReaderState state = states.get(field).of(searcher.getIndexReader());
        return values(new StringValueFacetCounts(state, matching).getTopChildren(limit, field));
    }

    private static List<FacetValue> years(FacetsCollector matching) throws IOException {
        LongValueFacetCounts years = new LongValueFacetCounts(IndexField.YEAR_ORDER, matching);
        List<FacetValue> ascending = values(years.getAllChildrenSortByValue());
        return new ArrayList<>(ascending.reversed()).subList(0, Math.min(YEARS, ascending.size()));
    }

    private static List<FacetValue> values(FacetResult result) {
        LabelAndValue[] values = result == null ? new LabelAndValue[0] : result.labelValues;
        return Arrays.stream(values)
                .map(value -> new FacetValue(value.label, value.value.longValue()))
                .toList();
    }
}
