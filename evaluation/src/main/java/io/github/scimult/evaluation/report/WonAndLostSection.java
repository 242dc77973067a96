package io.github.scimult.evaluation.report;

import io.github.scimult.core.html.Markup;
import io.github.scimult.evaluation.QueriesWonAndLost;
import io.github.scimult.evaluation.QueryDifference;
import java.util.List;

/**
 * The queries with the largest differences between a model and a reference, folded away.
 *
 * @param metric the task's primary one
 * @param queries of the model
 */
record WonAndLostSection(String metric, QueriesWonAndLost queries) {
    String html() {
        return """
                <details><summary>Queries won and lost: %s is better than %s on %s, worse on %s</summary>
                %s%s<p class="detail">All queries are in the file queries.tsv of the run files.</p></details>
                """.formatted(
                        Markup.text(queries.system()),
                        Markup.text(queries.reference()),
                        ScoreText.count(queries.wonCount()),
                        ScoreText.count(queries.lostCount()),
                        table("Won most clearly", queries.won()),
                        table("Lost most clearly", queries.lost()));
    }

    private String table(String head, List<QueryDifference> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        return """
                <div class="wide"><table><thead><tr><th>%s</th><th class="number">%s</th><th class="number">%s</th></tr></thead>
                <tbody>
                %s</tbody></table></div>
                """.formatted(
                        head,
                        Markup.text(queries.reference() + ": " + metric + ", first relevant at"),
                        Markup.text(queries.system() + ": " + metric + ", first relevant at"),
                        Markup.each(rows, this::row));
    }

    private String row(QueryDifference query) {
        return "<tr>%s%s%s</tr>\n"
                .formatted(
                        Markup.element("td", query.text().isEmpty() ? query.query() : query.text()),
                        Markup.element("td class=\"number\"", cell(query.referenceValue(), query.referenceRank())),
                        Markup.element("td class=\"number\"", cell(query.value(), query.rank())));
    }

    private static String cell(double value, int rank) {
        return ScoreText.value(value) + ", " + (rank == 0 ? "none" : ScoreText.count(rank));
    }
}
