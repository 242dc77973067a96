package io.github.scimult.search.index;

import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.PlainText;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NameQuery;
import io.github.scimult.search.query.QueryClause;
import io.github.scimult.search.query.QueryField;
import io.github.scimult.search.query.SearchText;
import io.github.scimult.search.query.YearRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * A query as it is looked for.
 *
 * @param text what results are ranked by; without segments if only demands were made
 * @param papers what may be found
 * @param restricted whether that is less than all papers
 */
record QueryPlan(SegmentedText text, Query papers, boolean restricted) {
    /** Whether results are ranked by words; else the query is nothing but demands. */
    boolean hasWords() {
        return !text.segments().isEmpty();
    }

    /** What restricts a dense search; null for nothing, which is the faster search. */
    Query denseFilter() {
        return restricted ? papers : null;
    }

    /** @param analyzer of the index's texts */
    static QueryPlan of(PaperQuery question, IndexSearcher searcher, Analyzer analyzer) throws IOException {
        Query filter = question.filter().papers();
        boolean restricted = !question.filter().equals(SearchFilter.NONE);
        if (question.task().family() != TaskFamily.SEARCH) {
            return new QueryPlan(question.text(), filter, restricted);
        }
        SearchText typed = SearchText.parse(PlainText.of(question.text().plain()));
        BooleanQuery.Builder papers = new BooleanQuery.Builder().add(filter, BooleanClause.Occur.FILTER);
        for (QueryClause clause : typed.clauses()) {
            Query demand = demand(clause, new QueryBuilder(analyzer));
            if (demand != null && isMet(clause, demand, searcher)) {
                papers.add(demand, clause.negated() ? BooleanClause.Occur.MUST_NOT : BooleanClause.Occur.FILTER);
                restricted = true;
            }
        }
        return new QueryPlan(SegmentedText.query(typed.words()), papers.build(), restricted);
    }

    /** A phrase that no paper has only ranks, by its words. */
    private static boolean isMet(QueryClause clause, Query demand, IndexSearcher searcher) throws IOException {
        return clause.negated() || clause.field() != QueryField.ANYWHERE || searcher.count(demand) > 0;
    }

    /** Null for nothing but stop words. */
    private static Query demand(QueryClause clause, QueryBuilder texts) {
        String value = clause.value();
        return switch (clause.field()) {
            case ANYWHERE ->
                any(texts.createPhraseQuery(IndexField.WORDS, value), texts.createPhraseQuery(IndexField.NAMES, value));
            case TITLE -> texts.createPhraseQuery(IndexField.TITLE_WORDS, value);
            case AUTHOR -> NameQuery.of(IndexField.AUTHOR_NAMES, value);
            case VENUE -> NameQuery.of(IndexField.VENUE_NAMES, value);
            case LABEL ->
                any(
                        new TermQuery(new Term(IndexField.CARRIES, value)),
                        texts.createPhraseQuery(IndexField.LABEL_WORDS, value));
            case YEAR ->
                YearRange.parse(value)
                        .map(years -> IntPoint.newRangeQuery(IndexField.YEAR, years.first(), years.last()))
                        .orElse(null);
        };
    }

    private static Query any(Query... queries) {
        List<Query> there =
                new ArrayList<>(Stream.of(queries).filter(Objects::nonNull).toList());
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        there.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
        return there.isEmpty() ? null : any.build();
    }
}
