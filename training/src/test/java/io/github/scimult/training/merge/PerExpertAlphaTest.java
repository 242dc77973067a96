package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.dev.DevScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerExpertAlphaTest {
    private static final ExpertLayout EXPERTS =
            new ExpertLayout(List.of("search", "link", "classification"), Map.of(), List.of(0), List.of(0));
    private static final PerExpertAlpha SELECTION = new PerExpertAlpha(EXPERTS, List.of(0.5, 1.0));

    @Test
    void eachExpertTakesTheCoefficientThatItsOwnTaskAsksFor() {
        List<InterpolationResult> tried = new ArrayList<>();
        InterpolationResult chosen =
                SELECTION.select(evaluate(Alphas.of(0.5)), Map.of(), tried, PerExpertAlphaTest::evaluate);
        assertThat(chosen.alphas().of("expert classification")).isEqualTo(1);
        assertThat(chosen.alphas().of("expert link")).isEqualTo(0.5);
        assertThat(chosen.alphas().of("expert search")).isZero();
        assertThat(chosen.alphas().of("shared")).isEqualTo(0.5);
    }

    @Test
    void theScoresOfTheCombinationAreThoseThatAnEvaluationOfItGives() {
        InterpolationResult chosen =
                SELECTION.select(evaluate(Alphas.of(0.5)), Map.of(), new ArrayList<>(), PerExpertAlphaTest::evaluate);
        assertThat(chosen.scores()).isEqualTo(evaluate(chosen.alphas()).scores());
        assertThat(chosen.gain()).isEqualTo(evaluate(chosen.alphas()).gain());
    }

    @Test
    void eachCoefficientIsEvaluatedOnceForAllExpertsTogether() {
        List<InterpolationResult> tried = new ArrayList<>();
        SELECTION.select(evaluate(Alphas.of(0.5)), Map.of(), tried, PerExpertAlphaTest::evaluate);
        assertThat(tried).extracting(one -> one.alphas().of("expert link")).containsExactly(0.0, 1.0);
        assertThat(tried).hasSize(new MergeConfig(0, List.of(0.5, 1.0), ParameterGroups.EXPERTS, 0).evaluations(4) - 2);
    }

    @Test
    void anExpertThatDevSaysNothingOfKeepsTheCoefficientOfTheWhole() {
        InterpolationResult start = withoutSearch(Alphas.of(0.5));
        InterpolationResult chosen =
                SELECTION.select(start, Map.of(), new ArrayList<>(), PerExpertAlphaTest::withoutSearch);
        assertThat(chosen.alphas().of("expert search")).isEqualTo(0.5);
        assertThat(chosen.alphas().of("expert classification")).isEqualTo(1);
    }

    @Test
    void aGainWithinOneStandardErrorLeavesAnExpertUntrained() {
        InterpolationResult chosen =
                SELECTION.select(noisy(Alphas.of(1)), Map.of(), new ArrayList<>(), PerExpertAlphaTest::noisy);
        assertThat(chosen.alphas().of("expert classification")).isZero();
    }

    @Test
    void whatIsKnownIsNotEvaluatedAgain() {
        List<InterpolationResult> tried = new ArrayList<>();
        Map<Double, InterpolationResult> known = Map.of(0.0, evaluate(Alphas.of(0)), 1.0, evaluate(Alphas.of(1)));
        InterpolationResult chosen =
                SELECTION.select(evaluate(Alphas.of(0.5)), known, tried, PerExpertAlphaTest::evaluate);
        assertThat(tried).isEmpty();
        assertThat(chosen.alphas().of("expert classification")).isEqualTo(1);
        assertThat(chosen.alphas().of("expert search")).isZero();
    }

    @Test
    void anEncoderWithoutExpertsKeepsWhatItHas() {
        InterpolationResult start = evaluate(Alphas.of(0.5));
        assertThat(new PerExpertAlpha(ExpertLayout.none(), List.of(0.5, 1.0))
                        .select(start, Map.of(), new ArrayList<>(), PerExpertAlphaTest::evaluate))
                .isSameAs(start);
    }

    /** Classification gains with its expert, link is best half-way, search loses. */
    private static InterpolationResult evaluate(Alphas alphas) {
        return InterpolationResult.of(
                alphas,
                List.of(
                        result("search", 0.7 - 0.2 * alphas.of("expert search"), 0),
                        result("link", 0.5 + 0.2 * half(alphas.of("expert link")), 0),
                        result("classification", 0.2 + 0.3 * alphas.of("expert classification"), 0)));
    }

    private static InterpolationResult withoutSearch(Alphas alphas) {
        List<DevResult> all = evaluate(alphas).results();
        return InterpolationResult.of(alphas, all.subList(1, all.size()));
    }

    /** What half of the queries gain with the expert, the other half nearly lose. */
    private static InterpolationResult noisy(Alphas alphas) {
        double alpha = alphas.of("expert classification");
        return InterpolationResult.of(alphas, List.of(result("classification", 0.2 + 0.01 * alpha, 0.5 * alpha)));
    }

    private static double half(double alpha) {
        return 1 - 2 * Math.abs(alpha - 0.5);
    }

    private static DevResult result(String task, double value, double spread) {
        double[] perQuery = new double[100];
        Arrays.setAll(perQuery, query -> value + (query % 2 == 0 ? spread : -spread));
        return new DevResult(new DevScore("a", task, "Recall@20", value, 0.2, 0.01, 100, false), perQuery);
    }
}
