package io.github.scimult.app.report;

import io.github.scimult.core.html.Markup;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.RunHistory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every dev score of the resulting model beside the baseline's, the difference as a bar. */
final class OutcomeSection {
    private static final int REACH = 60;

    private OutcomeSection() {}

    static String of(RunHistory run) {
        List<DevScore> scores = run.outcome().stream()
                .sorted(Comparator.comparing(DevScore::heldOut).thenComparing(DevScore::task))
                .toList();
        if (scores.isEmpty()) {
            return "";
        }
        double widest = scores.stream()
                .mapToDouble(score -> Math.abs(difference(score)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return """
                <section id="outcome">
                <h2>Before and after</h2>
                <p>On queries of the dev split, which select the weights and are held out from training. * and colour: the 95 %%
                confidence interval of the difference excludes 0. For results, evaluate on the test split.</p>
                <table class="outcome">
                <thead><tr><th>Score</th><th class="number">Baseline</th><th class="number">Now</th>\
                <th class="number">Difference</th><th></th></tr></thead>
                <tbody>%s</tbody></table>
                </section>
                """.formatted(Markup.each(scores, score -> row(score, widest)));
    }

    private static double difference(DevScore score) {
        return score.value() - score.baseline();
    }

    private static String row(DevScore score, double widest) {
        double difference = difference(score);
        return """
                <tr><td>%s · %s <span class="detail">%s, %s queries%s</span></td><td class="number">%s</td>\
                <td class="number">%s</td><td class="number %s">%s</td><td>%s</td></tr>
                """.formatted(
                Markup.text(score.collection()),
                Markup.text(score.task()),
                Markup.text(score.metric()),
                Numbers.count(score.queries()),
                score.heldOut() ? "; held-out collection" : "",
                Numbers.score(score.baseline()),
                Numbers.score(score.value()),
                direction(score),
                Double.isNaN(difference) ? "–" : Numbers.difference(difference) + (score.isSignificant() ? "*" : ""),
                bar(score, widest));
    }

    private static String direction(DevScore score) {
        return !score.isSignificant() ? "even" : difference(score) > 0 ? "better" : "worse";
    }

    private static String bar(DevScore score, double widest) {
        double difference = difference(score);
        if (!(widest > 0) || Double.isNaN(difference)) {
            return "";
        }
        double length = Math.abs(difference) / widest * REACH;
        return String.format(
                Locale.ROOT,
                "<svg class=\"bar\" viewBox=\"0 0 %d 14\" aria-hidden=\"true\"><path class=\"grid\" d=\"M%d 0v14\"/>"
                        + "<rect class=\"%s\" x=\"%.1f\" y=\"2\" width=\"%.1f\" height=\"10\" rx=\"1\"/></svg>",
                2 * REACH,
                REACH,
                direction(score),
                difference < 0 ? REACH - length : REACH,
                length);
    }
}
