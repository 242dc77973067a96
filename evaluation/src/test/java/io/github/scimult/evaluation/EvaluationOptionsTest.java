package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.evaluation.task.Sampling;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be chosen of an evaluation, and what cannot. */
class EvaluationOptionsTest {
    private static final EvaluationOptions DEFAULTS = EvaluationOptions.DEFAULTS;

    private static void refused(UnaryOperator<EvaluationOptions> change, String... said) {
        assertThatThrownBy(() -> change.apply(DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(said);
    }

    @Test
    void eachChoiceChangesItselfAlone() {
        assertThat(DEFAULTS.withTasks(List.of("link")).tasks()).containsExactly("link");
        assertThat(DEFAULTS.withTasks(List.of("link")).withTasks(List.of())).isEqualTo(DEFAULTS);
        assertThat(DEFAULTS.keepingQueryPaper().removeQueryPaper()).isFalse();
        assertThat(DEFAULTS.withFusion(Fusion.Kind.RECIPROCAL_RANK).fusion()).isEqualTo(Fusion.Kind.RECIPROCAL_RANK);
        assertThat(DEFAULTS.withFusionWeight(0.7).fusionWeight()).isEqualTo(0.7);
        assertThat(DEFAULTS.tuningFusionWeight().fitFusionWeight()).isTrue();
        assertThat(DEFAULTS.withBootstrapSamples(500).bootstrapSamples()).isEqualTo(500);
        assertThat(DEFAULTS.withRunDepth(5_000).runDepth()).isEqualTo(5_000);
        assertThat(DEFAULTS.withMaxQueries(7)
                        .withMaxCandidates(8)
                        .withMaxQueries(0)
                        .withMaxCandidates(0))
                .isEqualTo(DEFAULTS);
    }

    @Test
    void valuesOutOfBoundsAreRefusedWithTheBound() {
        refused(options -> options.withBootstrapSamples(99), "at least 100", "99");
        refused(options -> options.withMaxQueries(-1), "max queries", "-1");
        refused(options -> options.withMaxCandidates(-2), "max candidates", "-2");
        refused(options -> options.withRunDepth(999), "at least 1000", "999");
        refused(options -> options.withTasks(List.of("linc")), "linc");
        refused(options -> options.withFusionWeight(-0.5), "-0.5");
        refused(options -> options.withFusionWeight(Double.NaN), "NaN");
    }

    @ParameterizedTest
    @EnumSource(TaskFamily.class)
    void labelsAreNeverSampledPapersAre(TaskFamily family) {
        Sampling sampling = DEFAULTS.withMaxQueries(10).withMaxCandidates(50).sampling(family);
        assertThat(sampling.maxQueries()).isEqualTo(10);
        assertThat(sampling.maxCandidates()).isEqualTo(family == TaskFamily.CLASSIFICATION ? 0 : 50);
        assertThat(sampling.seed()).isEqualTo(DEFAULTS.seed());
    }

    @Test
    void samplingRefusesNegativeLimits() {
        assertThatThrownBy(() -> new Sampling(-1, 0, 1)).hasMessageContaining("max queries -1");
        assertThatThrownBy(() -> new Sampling(0, -3, 1)).hasMessageContaining("max candidates -3");
    }
}
