package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.fixture.TopicCollection;
import io.github.scimult.core.fixture.WordEncoder;
import io.github.scimult.core.fixture.WordOverlap;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.metric.RankingMetric;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.trec.TrecEvaluation;
import io.github.scimult.evaluation.trec.TrecQrels;
import io.github.scimult.evaluation.trec.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest extends OnTopicCollection {
    private static final EvaluationOptions OPTIONS = EvaluationOptions.DEFAULTS;

    private final WordEncoder good = new WordEncoder("good", 0.3);
    private final WordEncoder bad = new WordEncoder("bad", 3);
    private final List<RankingSystem> systems = RankingSystem.baseAndTrained(bad, new WordOverlap(), good);

    @Test
    void theRunFilesGiveTheReportsFiguresInTrecEval() throws IOException {
        Path runs = folder.resolve("runs");
        EvaluationReport report =
                Evaluation.of(collection, OPTIONS).withRunFolder(runs).run(Split.DEV, systems);

        assertThat(report.tasks()).extracting(TaskReport::task).containsExactly("classification", "link", "search");
        for (TaskReport task : report.tasks()) {
            TrecQrels qrels = TrecQrels.read(runs.resolve(task.task() + ".qrels"));
            assertThat(task.queryIds()).containsExactlyElementsOf(qrels.grades().keySet());
            for (String system : List.of("baseline", "BM25", "trained", "trained + BM25")) {
                String file = task.task() + "." + system.toLowerCase().replaceAll("[^a-z0-9]+", "-");
                assertTrecAgrees(task, system, qrels, runs.resolve(file + ".run"), "");
                if (task.task().equals("classification")) {
                    assertTrecAgrees(task, system, qrels, runs.resolve(file + ".names.run"), " (names)");
                }
            }
        }
    }

    private static void assertTrecAgrees(TaskReport task, String system, TrecQrels qrels, Path run, String suffix)
            throws IOException {
        List<RankingMetric> measures = TaskMetrics.of(Task.parse(task.task()).family(), false).metrics().stream()
                .map(Metric::measure)
                .toList();
        TrecEvaluation trec = TrecEvaluation.of(qrels, TrecRun.read(run), measures, 1);
        for (RankingMetric measure : measures) {
            assertThat(trec.meanComplete().get(measure))
                    .as(run.getFileName() + " " + measure.trecName())
                    .isCloseTo(task.system(system).means().get(measure.displayName() + suffix), within(1e-12));
        }
    }

    @Test
    void aBetterModelIsStarredAndTheFusionHelpsIt() throws IOException {
        EvaluationReport report = Evaluation.of(collection, OPTIONS).run(Split.DEV, systems);

        TaskReport search = report.task("search");
        Comparison comparison =
                search.system("trained").comparison("baseline", "nDCG@10").orElseThrow();
        assertThat(comparison.significant()).isTrue();
        assertThat(comparison.difference())
                .isCloseTo(
                        search.system("trained").means().get("nDCG@10")
                                - search.system("baseline").means().get("nDCG@10"),
                        within(1e-12));
        assertThat(search.references()).containsExactly("baseline", "BM25");
        assertThat(search.system("baseline").comparison("baseline", "nDCG@10")).isEmpty();
        assertThat(report.task("link").system("trained + BM25").means().get("Recall@20"))
                .isGreaterThan(report.task("link").system("baseline").means().get("Recall@20"));
    }

    @Test
    void theSameEvaluationGivesTheSameReport() throws IOException {
        EvaluationOptions some = OPTIONS.withMaxQueries(7).withTasks(List.of("link"));

        TaskReport first =
                Evaluation.of(collection, some).run(Split.DEV, systems).task("link");
        TaskReport second =
                Evaluation.of(collection, some).run(Split.DEV, systems).task("link");

        assertThat(first.queryIds()).hasSize(7);
        assertThat(second.systems()).isEqualTo(first.systems());
    }

    @Test
    void aPaperIsEmbeddedOnceForAllTasksOfASpace() throws IOException {
        WordEncoder shared = good.withOneSpace();
        List<RankingSystem> one = List.of(new RankingSystem.Encoder("shared", shared, true));
        List<RankingSystem> each = List.of(new RankingSystem.Encoder("shared", good, true));

        TaskReport together =
                Evaluation.of(collection, OPTIONS).run(Split.DEV, one).task("link");
        TaskReport apart =
                Evaluation.of(collection, OPTIONS).run(Split.DEV, each).task("link");

        int searches = collection.judgements(Task.SEARCH, Split.DEV).queries();
        int labels = collection.labels().size();
        assertThat(shared.texts).hasValue(TopicCollection.PAPERS + labels + searches);
        int tagged = collection.judgements(Task.CLASSIFICATION, Split.DEV).queries();
        assertThat(good.texts).hasValue(2 * TopicCollection.PAPERS + tagged + labels + searches);
        assertThat(together.systems()).isEqualTo(apart.systems());
    }

    @Test
    void theQueryPaperIsFirstAmongItsOwnLinksUnlessRemoved() throws IOException {
        EvaluationOptions kept = OPTIONS.withTasks(List.of("link")).keepingQueryPaper();
        Path runs = folder.resolve("runs");
        Evaluation.of(collection, kept).withRunFolder(runs).run(Split.DEV, systems);

        TrecRun.read(runs.resolve("link.trained.run"))
                .rankings()
                .forEach((query, documents) ->
                        assertThat(documents.getFirst().id()).isEqualTo(query));
        Evaluation.of(collection, OPTIONS.withTasks(List.of("link")))
                .withRunFolder(runs)
                .run(Split.DEV, systems);
        TrecRun.read(runs.resolve("link.trained.run"))
                .rankings()
                .forEach((query, documents) -> assertThat(documents)
                        .noneMatch(document -> document.id().equals(query)));
    }

    @Test
    void theWeightOfAFusionIsFittedOnDev() throws IOException {
        EvaluationOptions fitted = OPTIONS.withTasks(List.of("link")).tuningFusionWeight();
        WordEncoder useless = new WordEncoder("useless", 100);
        List<RankingSystem> weak = RankingSystem.baseAndTrained(bad, new WordOverlap(), useless);

        TaskReport link =
                Evaluation.of(collection, fitted).run(Split.TEST, weak).task("link");

        double weight =
                Double.parseDouble(link.system("trained + BM25").details().get("weight"));
        assertThat(weight).isGreaterThanOrEqualTo(1);
        assertThat(link.system("trained + BM25").means().get("Recall@20"))
                .isGreaterThan(link.system("trained").means().get("Recall@20") + 0.1);
    }

    @Test
    void progressEndsWithEveryStageComplete() throws IOException {
        List<String> complete = new ArrayList<>();
        Evaluation.of(collection, OPTIONS.withTasks(List.of("search")))
                .withProgress((stage, done, total) -> {
                    if (done == total) {
                        complete.add(stage);
                    }
                })
                .run(Split.DEV, systems);

        assertThat(complete)
                .containsExactly(
                        "papers through baseline",
                        "papers through trained",
                        "search: papers into BM25",
                        "search: queries through baseline",
                        "search: queries through trained",
                        "search: ranking");
    }

    @Test
    void whatFindsByItselfIsMeasuredByItsOrder() throws IOException {
        RankingSystem first = new RankingSystem.Retriever(
                "first", (task, query, without, most) -> List.of("p1", "p0", "unknown"), true);
        RankingSystem none = new RankingSystem.Retriever("none", (task, query, without, most) -> List.of(), false);
        Path runs = folder.resolve("runs");

        TaskReport link = Evaluation.of(collection, OPTIONS.withTasks(List.of("link")))
                .withRunFolder(runs)
                .run(Split.DEV, List.of(first, none))
                .task("link");

        TrecRun.read(runs.resolve("link.first.run")).rankings().forEach((query, documents) -> {
            List<String> expected =
                    query.equals("p1") ? List.of("p0") : query.equals("p0") ? List.of("p1") : List.of("p1", "p0");
            assertThat(documents.stream().map(document -> document.id())).containsExactlyElementsOf(expected);
        });
        assertThat(link.system("none").means().get("Recall@20")).isZero();
        assertThat(link.system("first").means().get("Recall@20")).isPositive();
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThatThrownBy(() -> Evaluation.of(collection, OPTIONS.withTasks(List.of("search")))
                        .run(Split.TEST, systems))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "made", "split test for search", "it has judgements for: classification (dev)");
        assertThatThrownBy(() -> Evaluation.of(collection, OPTIONS)
                        .run(Split.DEV, List.of(new RankingSystem.Fused("f", "a", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'f' names 'a', which is no encoder");
        assertThatThrownBy(() -> OPTIONS.withTasks(List.of("linking")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown task 'linking'");
    }
}
