package io.github.scimult.search.index;

import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NameQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Which papers may be results.
 *
 * @param fromYear the earliest year; null for any
 * @param toYear the latest year; null for any
 * @param venue words of its name, in any order, or the whole name in quotation marks; null for any
 * @param author words of the name of one, in any order, first names as initials or whole, or the whole name in quotation marks; null
 *     for any
 * @param label id of one that papers must carry; null for any
 * @param without ids of papers that may not
 */
public record SearchFilter(
        Integer fromYear, Integer toYear, String venue, String author, String label, Set<String> without) {
    /** Any paper. */
    public static final SearchFilter NONE = new SearchFilter(null, null, null, null, null);

    public SearchFilter {
        without = Set.copyOf(without);
        if (fromYear != null && toYear != null && fromYear > toYear) {
            throw new IllegalArgumentException("no year is from " + fromYear + " on and up to " + toYear);
        }
    }

    public SearchFilter(Integer fromYear, Integer toYear, String venue, String author, String label) {
        this(fromYear, toYear, venue, author, label, Set.of());
    }

    /** The same, without some papers. */
    public SearchFilter without(Set<String> ids) {
        return new SearchFilter(fromYear, toYear, venue, author, label, ids);
    }

    Query papers() {
        List<Query> demands = new ArrayList<>();
        demands.add(new TermQuery(new Term(IndexField.TYPE, IndexField.PAPER)));
        if (fromYear != null || toYear != null) {
            demands.add(IntPoint.newRangeQuery(
                    IndexField.YEAR,
                    fromYear == null ? Integer.MIN_VALUE : fromYear,
                    toYear == null ? Integer.MAX_VALUE : toYear));
        }
        if (venue != null) {
            addName(demands, IndexField.VENUE_NAMES, IndexField.WHOLE_VENUE, venue);
        }
        if (author != null) {
            addName(demands, IndexField.AUTHOR_NAMES, IndexField.WHOLE_AUTHOR, author);
        }
        if (label != null) {
            demands.add(new TermQuery(new Term(IndexField.CARRIES, label)));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        demands.forEach(demand -> all.add(demand, BooleanClause.Occur.FILTER));
        if (!without.isEmpty()) {
            Query left = new TermInSetQuery(
                    IndexField.ID, without.stream().map(BytesRef::new).toList());
            all.add(left, BooleanClause.Occur.MUST_NOT);
        }
        return all.build();
    }

    /** In quotation marks, a name is that one alone and none that has its words among others. */
    private static void addName(List<Query> demands, String words, String whole, String name) {
        boolean isWhole = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        String value = isWhole ? name.substring(1, name.length() - 1) : name;
        if (isWhole) {
            demands.add(SortedSetDocValuesField.newSlowExactQuery(whole, new BytesRef(value)));
        }
        if (!isWhole || !NameQuery.words(value).isEmpty()) {
            demands.add(NameQuery.of(words, isWhole ? value.replace('*', ' ') : value));
        }
    }
}
