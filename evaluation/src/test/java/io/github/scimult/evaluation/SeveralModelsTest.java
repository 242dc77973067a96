package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.fixture.WordEncoder;
import io.github.scimult.core.fixture.WordOverlap;
import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.metric.HolmCorrection;
import io.github.scimult.evaluation.ranking.RankingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several models in one table: the correction of their differences, the row they are compared to, and what each query says. */
class SeveralModelsTest extends OnTopicCollection {
    private static final EvaluationOptions SEARCH = EvaluationOptions.DEFAULTS.withTasks(List.of("search"));
    private static final String METRIC = "nDCG@10";

    private final WordEncoder bad = new WordEncoder("bad", 3);
    private final List<RankingSystem.Encoder> models = List.of(
            new RankingSystem.Encoder("good", new WordEncoder("good", 0.3), false),
            new RankingSystem.Encoder("weak", new WordEncoder("weak", 2), false));

    private TaskReport search(List<RankingSystem> systems) throws IOException {
        return Evaluation.of(collection, SEARCH).run(Split.DEV, systems).task("search");
    }

    private static double p(TaskReport report, String system, String reference) {
        return report.system(system).comparison(reference, METRIC).orElseThrow().p();
    }

    @Test
    void ofSeveralModelsAllDifferencesOfATableAreCorrectedTogether() throws IOException {
        List<RankingSystem> systems = RankingSystem.baseAndModels(bad, new WordOverlap(), models);
        TaskReport several = search(systems);
        TaskReport one = search(RankingSystem.baseAndModels(bad, new WordOverlap(), models.subList(0, 1)));
        TaskReport other = search(RankingSystem.baseAndModels(bad, new WordOverlap(), models.subList(1, 2)));

        double[] corrected = HolmCorrection.of(Stream.of(
                        p(one, "baseline", "BM25"),
                        p(one, "baseline + BM25", "baseline"),
                        p(one, "baseline + BM25", "BM25"),
                        p(one, "good", "baseline"),
                        p(one, "good", "BM25"),
                        p(one, "good + BM25", "baseline"),
                        p(one, "good + BM25", "BM25"),
                        p(other, "weak", "baseline"),
                        p(other, "weak", "BM25"),
                        p(other, "weak + BM25", "baseline"),
                        p(other, "weak + BM25", "BM25"))
                .mapToDouble(Double::doubleValue)
                .toArray());
        assertThat(p(several, "baseline", "BM25")).isCloseTo(corrected[0], within(1e-12));
        assertThat(p(several, "BM25", "baseline")).isCloseTo(corrected[0], within(1e-12));
        assertThat(p(several, "good", "baseline")).isCloseTo(corrected[3], within(1e-12));
        assertThat(p(several, "weak", "baseline")).isCloseTo(corrected[7], within(1e-12));
        assertThat(p(several, "good", "baseline")).isGreaterThan(p(one, "good", "baseline"));
    }

    @Test
    void anyRowCanBeTheOneThatTheOthersAreComparedTo() throws IOException {
        List<RankingSystem> systems = RankingSystem.comparedTo(
                "baseline + BM25", RankingSystem.baseAndModels(bad, new WordOverlap(), models));
        TaskReport report = search(systems);

        assertThat(report.references()).containsExactly("baseline + BM25");
        assertThat(report.system("good").comparison("baseline + BM25", METRIC)).isPresent();
        assertThat(report.system("good").comparison("baseline", METRIC)).isEmpty();
        assertThatThrownBy(() -> RankingSystem.comparedTo("best", systems))
                .hasMessageContainingAll(
                        "no system 'best'", "baseline, BM25, baseline + BM25, good, good + BM25, weak");
    }

    @Test
    void theQueriesOfATaskAreCountedAsWonAndLostAndTheClearestShown() throws IOException {
        TaskReport report = search(RankingSystem.baseAndModels(bad, new WordOverlap(), models));

        assertThat(report.wonAndLost()).extracting(QueriesWonAndLost::system).containsExactly("good", "weak");
        QueriesWonAndLost good = report.wonAndLost().getFirst();
        List<Double> own = report.system("good").primaryValues();
        List<Double> base = report.system("baseline").primaryValues();
        long won = count(own, base);
        assertThat(good.wonCount()).isEqualTo((int) won).isGreaterThan(5);
        assertThat(good.lostCount()).isEqualTo((int) count(base, own));
        assertThat(good.won()).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b.difference(), a.difference()));
        QueryDifference clearest = good.won().getFirst();
        int row = report.queryIds().indexOf(clearest.query());
        assertThat(clearest.value()).isEqualTo(own.get(row));
        assertThat(clearest.referenceValue()).isEqualTo(base.get(row));
        assertThat(clearest.text()).isNotBlank();
        assertThat(clearest.rank()).isPositive();
    }

    private static long count(List<Double> better, List<Double> worse) {
        return IntStream.range(0, better.size())
                .filter(query -> better.get(query) > worse.get(query))
                .count();
    }

    @Test
    void aFileHasALineForEachQueryWithWhatEachSystemMadeOfIt() throws IOException {
        Path runs = folder.resolve("runs");
        TaskReport report = Evaluation.of(collection, SEARCH)
                .withRunFolder(runs)
                .run(Split.DEV, RankingSystem.baseAndModels(bad, new WordOverlap(), models))
                .task("search");

        List<String> lines = Files.readAllLines(runs.resolve("search.queries.tsv"));
        assertThat(lines).hasSize(report.queryIds().size() + 1);
        String[] head = lines.getFirst().split("\t");
        assertThat(head).startsWith("query", "text", "baseline: nDCG@10", "baseline: first relevant", "BM25: nDCG@10");
        String[] first = lines.get(1).split("\t", -1);
        assertThat(first).hasSize(head.length);
        assertThat(first[0]).isEqualTo(report.queryIds().getFirst());
        assertThat(Double.parseDouble(first[2]))
                .isEqualTo(report.system("baseline").primaryValues().getFirst());
    }
}
