package io.github.scimult.app.report;

import io.github.scimult.core.html.HtmlPage;
import io.github.scimult.core.html.Markup;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.search.tag.Calibration;
import io.github.scimult.search.tag.TagOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the evaluation of an index's label suggestion, {@code tags.html} in its folder: one page for any browser. */
public final class TagReport {
    private static final String NAME = "tags.html";

    private TagReport() {}

    /**
     * Writes the report.
     *
     * @param collection its name
     * @return the report's path
     */
    public static Path write(Path index, String collection, TagOutcome outcome) throws IOException {
        Path report = index.resolve(NAME);
        AtomicFile.writeText(report, html(collection, outcome));
        return report;
    }

    private static String html(String collection, TagOutcome outcome) {
        String opening = """
                <header><h1>Label suggestion: %s</h1>
                <p>Learned from %s labelled papers. Everything below is evaluated on %s held-out papers: labels are suggested
                by default options, by a model that was trained in the same way on %s labelled papers.</p></header>
                """.formatted(
                        Markup.text(collection),
                        Numbers.count(outcome.learnedFrom()),
                        Numbers.count(outcome.scores().papers()),
                        Numbers.count(outcome.taught()));
        return HtmlPage.of(
                "Label suggestion: " + collection, opening, evidence(outcome) + probabilities(outcome), "SciMult");
    }

    private static String evidence(TagOutcome outcome) {
        return """
                <section id="evidence">
                <h2>Recall by kind of evidence</h2>
                <p>Recall@20: the share of a paper's labels among the first twenty suggestions.</p>
                <div class="wide"><table><tbody>%s</tbody></table></div>
                </section>
                """.formatted(Stream.of(TagOutcome.Order.values())
                .map(order -> row(name(order), outcome.scores().recall(order)))
                .collect(Collectors.joining()));
    }

    private static String name(TagOutcome.Order order) {
        return switch (order) {
            case SERVED -> "all together";
            case VECTORS -> "similarity to the label's embedding";
            case NEIGHBOURS -> "labels of the nearest papers (k-NN)";
            case NAMES -> "label names in the text";
            case WORDS -> "linear classifiers on the text's terms";
        };
    }

    private static String row(String name, double recall) {
        return "<tr><th>%s</th><td class=\"number\">%s</td></tr>".formatted(name, Numbers.score(recall));
    }

    private static String probabilities(TagOutcome outcome) {
        Calibration calibration = outcome.scores().calibration();
        List<Curve.Point> held = calibration.bins().stream()
                .map(bin -> new Curve.Point(bin.probability(), bin.right()))
                .toList();
        List<Curve.Point> ideal = List.of(new Curve.Point(0, 0), new Curve.Point(1, 1));
        List<Calibration.Cut> cuts = calibration.cuts();
        String reliability = new LineChart("Reliability", "fraction correct", "predicted probability")
                .background(new Curve("ideal", "c2", ideal))
                .curve(new Curve("labels", "c1", held))
                .fromZero()
                .html();
        String choices = new LineChart("Precision and coverage by threshold", "", "minimum probability")
                .curve(new Curve(
                        "papers with a label",
                        "c1",
                        cuts.stream()
                                .map(cut -> new Curve.Point(cut.least(), cut.coverage()))
                                .toList()))
                .curve(new Curve(
                        "labels that are correct",
                        "c3",
                        cuts.stream()
                                .map(cut -> new Curve.Point(cut.least(), cut.precision()))
                                .toList()))
                .fromZero()
                .html();
        return """
                <section id="probabilities">
                <h2>Calibration</h2>
                <p>The expected calibration error, the mean gap between predicted probability and fraction correct, is %s. On the
                faint line it would be 0.</p>
                <div class="charts">%s%s</div>
                </section>
                """.formatted(Numbers.score(calibration.error()), reliability, choices);
    }
}
