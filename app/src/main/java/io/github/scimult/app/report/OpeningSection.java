package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import java.util.List;

/** The page's head: what came out, in one sentence and a few numbers. */
final class OpeningSection {

    private OpeningSection() {}

    private record Fact(String name, String value, String detail) {}

    static String of(RunHistory run) {
        return """
                <header>
                <p class="kind">SciMult · training report</p>
                <h1>%s</h1>
                <p class="lead">%s</p>
                <dl class="facts">%s</dl>
                </header>
                """.formatted(verdict(run), explanation(run), Markup.each(facts(run), OpeningSection::markup));
    }

    private static String verdict(RunHistory run) {
        if (run.steps().isEmpty()) {
            return "Training has not begun yet";
        }
        return Gain.of(run.outcome())
                .map(gain -> verdict(gain, run.end().isPresent()))
                .orElse("Trained, but not measured against the base");
    }

    private static String verdict(Gain gain, boolean finished) {
        String fromTo = "from %s to %s".formatted(Numbers.figure(gain.base()), Numbers.figure(gain.now()));
        if (gain.rose()) {
            return (finished ? "Training helped" : "Training helps so far") + ": the mean on dev rose " + fromTo;
        } else if (gain.fell()) {
            return (finished ? "Training did not help" : "Training does not help so far") + ": the mean on dev fell "
                    + fromTo;
        }
        return "Training changed little%s: the mean on dev stayed at %s"
                .formatted(finished ? "" : " so far", Numbers.figure(gain.now()));
    }

    private static String explanation(RunHistory run) {
        String compared = Gain.of(run.outcome())
                .map(gain -> gain.risen() == gain.figures() && gain.figures() > 1
                        ? "All %s figures on the dev split rose against the untrained base. ".formatted(gain.figures())
                        : "Of %s on the dev split, %s rose and %s fell against the untrained base. "
                                .formatted(
                                        gain.figures() == 1 ? "one figure" : gain.figures() + " figures",
                                        gain.risen(),
                                        gain.fallen()))
                .orElse("");
        String blend = run.blend().map(OpeningSection::blend).orElse("");
        String state = run.end().isEmpty()
                ? "<b>The run is not finished</b>: it goes on, or it was cut off and can be resumed. "
                : "";
        return state + compared + blend;
    }

    private static String blend(RunHistory.Blend blend) {
        if (blend.chosen() == 1 && blend.chosenParts().isEmpty()) {
            return "The model has the trained weights alone: no share of the base's did better on dev. ";
        }
        return "The model's weights lie %s %% of the way from the base's to the trained ones%s%s"
                .formatted(
                        Math.round(blend.chosen() * 100),
                        blend.chosenParts().isEmpty() ? "" : ", some parts at shares of their own",
                        blend.shares().size() > 1 ? ": the best of the shares tried on dev. " : ". ");
    }

    private static List<Fact> facts(RunHistory run) {
        double speed = run.steps().stream()
                .mapToDouble(RunHistory.Step::tokensPerSecond)
                .sorted()
                .skip(run.steps().size() / 2)
                .findFirst()
                .orElse(Double.NaN);
        RunHistory.Start start = run.start();
        return List.of(
                new Fact(
                        "Time",
                        Numbers.duration(run.elapsedSeconds()),
                        run.end().map(RunHistory.End::reason).orElse("")),
                new Fact("Steps", Numbers.count(run.lastStep()), best(run)),
                new Fact(
                        "Tokens a second",
                        Double.isNaN(speed) ? "–" : Numbers.count(Math.round(speed)),
                        start.threads() + " threads, " + start.precision()),
                new Fact("Base", start.base(), Numbers.roughly(start.parameters()) + " parameters"));
    }

    private static String best(RunHistory run) {
        return run.best()
                .map(dev -> "best on dev at " + Numbers.count(dev.step()))
                .orElse("");
    }

    private static String markup(Fact fact) {
        return "<div><dt>%s</dt><dd>%s</dd><dd class=\"detail\">%s</dd></div>"
                .formatted(Markup.text(fact.name()), breakable(fact.value()), Markup.text(fact.detail()));
    }

    /** Long names of models may break behind their parts. */
    private static String breakable(String value) {
        return Markup.text(value).replaceAll("([/_])", "$1<wbr>");
    }
}
