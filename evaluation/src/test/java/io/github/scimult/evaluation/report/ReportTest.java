package io.github.scimult.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.QueriesWonAndLost;
import io.github.scimult.evaluation.QueryDifference;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final List<String> METRICS = List.of("nDCG@10", "MAP", "Recall@100");

    @TempDir
    Path folder;

    @Test
    void theTableIsAlignedAndExplainsItself() {
        assertThat(new ReportTable(80, false).render(report())).isEqualTo("""
                        lake, test split

                        search  2 queries, each ranking 12,345 papers
                                   nDCG@10  Δ base
                          ───────────────────────────────────────
                          base        .250    –
                          <tuned>     .500  +.250* [+.100, +.400]

                                    MAP  Recall@100
                          ─────────────────────────
                          base     .100       1.000
                          <tuned>  .000        .000

                        Δ: mean difference over the queries with its 95 % confidence interval (paired
                        bootstrap, 2,000 samples). *: the interval excludes 0.
                        """);
    }

    @Test
    void styledTablesShowTheSameText() {
        String styled = new ReportTable(80, true).render(report());

        assertThat(styled).contains("\u001b[1m.500\u001b[0m");
        assertThat(styled.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(new ReportTable(80, false).render(report()));
    }

    @Test
    void narrowTablesBreakBetweenColumns() {
        String table = new ReportTable(40, false).render(report());

        assertThat(table.lines().filter(line -> !line.contains("[") && !line.contains("each ranking")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(42));
    }

    @Test
    void aWrittenReportReadsBackTheSame() throws IOException {
        Path file = folder.resolve("evaluation.json");

        ReportFile.write(file, report());

        assertThat(ReportFile.read(file)).isEqualTo(report());
        assertThat(Files.readString(file)).contains("\"split\" : \"test\"", "\"low\" : 0.1");
    }

    @Test
    void whatIsNoReportIsRefusedWithFileAndLine() throws IOException {
        Path file = folder.resolve("evaluation.json");
        ReportFile.write(file, report());
        String json = Files.readString(file);

        assertRefused(file, json.replace("\"split\"", "\"slit\""), "'split'");
        assertRefused(file, json.replace("\"test\"", "\"tests\""), "unknown split 'tests'");
        assertRefused(file, json.substring(0, json.length() / 2), "evaluation.json:");
        assertRefused(file, json.replaceFirst("\\{", "{\"extra\": 1,"), "\"extra\"");
        assertRefused(file, "{}", "missing 'collection'");
    }

    private static void assertRefused(Path file, String json, String part) throws IOException {
        Files.writeString(file, json);
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("evaluation.json:", "no evaluation report", part);
    }

    @Test
    void thePageNeedsNothingElseAndEscapesNames() {
        String page = EvaluationPage.page(report());

        assertThat(page)
                .doesNotContain("http:", "https:", "<script", "@import", "url(", "<tuned>")
                .contains("&lt;tuned&gt;", "prefers-color-scheme: dark", "+.250*", "[+.100, +.400]");
    }

    @Test
    void thePageShowsTheQueriesThatWereWonAndLostMostClearly() {
        assertThat(EvaluationPage.page(report()))
                .contains(
                        "Queries won and lost: &lt;tuned&gt; is better than base on 1,234, worse on 1",
                        "<td>lakes &lt;of&gt; ice</td><td class=\"number\">.250, none</td><td class=\"number\">.500, 2</td>",
                        "<td>q2</td><td class=\"number\">1.000, 1</td><td class=\"number\">.100, 1,000</td>");
    }

    private static EvaluationReport report() {
        SystemReport base = system("base", true, List.of(0.25, 0.1, 1.0), List.of());
        SystemReport tuned = system(
                "<tuned>",
                false,
                List.of(0.5, 0.0001, 0.0),
                List.of(
                        new Comparison("base", "nDCG@10", 0.25, 0.1, 0.4, 0.001),
                        new Comparison("base", "MAP", 0, -0.1, 0.1, 0.9),
                        new Comparison("base", "Recall@100", 0, 0, 0, 1)));
        TaskReport task = new TaskReport(
                "search",
                "papers",
                12_345,
                METRICS,
                List.of("q1", "q2"),
                List.of(base, tuned),
                List.of(wonAndLost()),
                1.5);
        return new EvaluationReport(
                "lake", "ab12", Split.TEST, EvaluationOptions.DEFAULTS, Map.of("model", "a & b"), List.of(task));
    }

    private static QueriesWonAndLost wonAndLost() {
        return new QueriesWonAndLost(
                "<tuned>",
                "base",
                1_234,
                1,
                List.of(new QueryDifference("q1", "lakes <of> ice", 0.5, 0.25, 2, 0)),
                List.of(new QueryDifference("q2", "", 0.1, 1, 1_000, 1)));
    }

    private static SystemReport system(
            String name, boolean reference, List<Double> values, List<Comparison> comparisons) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int metric = 0; metric < METRICS.size(); metric++) {
            means.put(METRICS.get(metric), values.get(metric));
        }
        return new SystemReport(
                name,
                "encoder",
                reference,
                Map.of("encoder", "x"),
                means,
                List.of(values.getFirst(), values.getFirst()),
                comparisons);
    }
}
