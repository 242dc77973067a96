package io.github.scimult.evaluation.task;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.trec.TrecQrels;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A task of a split as it is measured: queries with judgements, and the candidates to be ranked for each.
 *
 * @param task which
 * @param queries with at least one judgement
 * @param queryText the text of a row of the collection's papers or queries
 * @param candidates the same for all queries
 */
public record RankingTask(
        Task task, List<JudgedQuery> queries, IntFunction<SegmentedText> queryText, CandidateSet candidates) {
    public RankingTask {
        queries = List.copyOf(queries);
    }

    /** Rows of the collection's papers that are ranked or asked with. */
    public BitSet papers() {
        BitSet papers = new BitSet();
        if (queriesArePapers()) {
            queries.forEach(query -> papers.set(query.row()));
        }
        if (candidatesArePapers()) {
            Arrays.stream(candidates.rows()).forEach(papers::set);
        }
        return papers;
    }

    /** Else they are search queries. */
    public boolean queriesArePapers() {
        return task.family() != TaskFamily.SEARCH;
    }

    /** Else they are labels. */
    public boolean candidatesArePapers() {
        return task.family() != TaskFamily.CLASSIFICATION;
    }

    public SegmentedText text(JudgedQuery query) {
        return queryText.apply(query.row());
    }

    /** The judgements in TREC's form. */
    public TrecQrels qrels() {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        for (JudgedQuery query : queries) {
            Map<String, Integer> judged = new LinkedHashMap<>();
            for (int i = 0; i < query.judgedRows().length; i++) {
                judged.put(candidates.ids()[query.judgedRows()[i]], query.grades()[i]);
            }
            grades.put(query.id(), judged);
        }
        return new TrecQrels(grades);
    }
}
