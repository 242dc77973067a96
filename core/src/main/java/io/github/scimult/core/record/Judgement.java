package io.github.scimult.core.record;

/**
 * How well a candidate fits a query: a row of a {@code .tsv} file under {@code qrels/}.
 *
 * @param queryId a paper (classification, link) or a query (search)
 * @param candidateId a label (classification) or a paper (link, search)
 * @param score above 0: relevant, graded; 0 or less: judged and not relevant
 */
public record Judgement(String queryId, String candidateId, int score) {}
