package io.github.scimult.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.html.Markup;
import io.github.scimult.training.dev.DevMean;
import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainingEvent;
import java.util.List;

/** The page's head: the result in one sentence, which says no more than the confidence interval does, and a few numbers. */
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
            return "Training has not started yet";
        }
        return DevMean.of(run.outcome())
                .map(mean -> verdict(mean, run.end().isPresent()))
                .orElse("Trained, but not compared with the baseline");
    }

    private static String verdict(DevMean mean, boolean finished) {
        String fromTo = "from %s to %s".formatted(Numbers.score(mean.baseline()), Numbers.score(mean.value()));
        if (mean.rose()) {
            return (finished ? "Training helped" : "Training helps so far") + mixed(mean.fallen(), "hurt", mean)
                    + ": the mean on dev rose " + fromTo;
        } else if (mean.fell()) {
            return (finished ? "Training did not help" : "Training does not help so far")
                    + mixed(mean.risen(), "helped", mean) + ": the mean on dev fell " + fromTo;
        }
        return "No clear change on dev%s: %s, within noise"
                .formatted(finished ? "" : " so far", Numbers.difference(mean.difference()));
    }

    /** What the mean hides: scores that clearly changed in the other direction. */
    private static String mixed(int opposite, String verb, DevMean mean) {
        return opposite == 0
                ? ""
                : " on average, but %s %s of %s scores"
                        .formatted(verb, Numbers.count(opposite), Numbers.count(mean.scores()));
    }

    private static String explanation(RunHistory run) {
        String state = run.end().isEmpty()
                ? "<b>The run is not finished</b>: it is running, or it was killed and can be resumed. "
                : "";
        return state
                + DevMean.of(run.outcome()).map(OpeningSection::comparison).orElse("")
                + run.interpolation().map(OpeningSection::interpolation).orElse("");
    }

    private static String comparison(DevMean mean) {
        int unclear = mean.scores() - mean.risen() - mean.fallen();
        return ("Of %s, %s rose, %s fell and %s %s within noise, compared with the baseline; the mean changed by %s "
                        + "(95 %% confidence interval %s to %s). ")
                .formatted(
                        mean.scores() == 1 ? "one dev score" : mean.scores() + " dev scores",
                        Numbers.count(mean.risen()),
                        Numbers.count(mean.fallen()),
                        Numbers.count(unclear),
                        unclear == 1 ? "is" : "are",
                        Numbers.difference(mean.difference()),
                        Numbers.difference(mean.lower()),
                        Numbers.difference(mean.upper()));
    }

    private static String interpolation(TrainingEvent.Interpolated chosen) {
        if (chosen.alpha() == 1 && chosen.groupAlphas().isEmpty()) {
            return chosen.tried().size() > 1
                    ? "The model has the fine-tuned weights as they are: no interpolation with the base did better on dev. "
                    : "The model has the fine-tuned weights as they are, without interpolation. ";
        }
        return "The model's weights are interpolated between base and fine-tuned weights, α = %s%s%s"
                .formatted(
                        Numbers.score(chosen.alpha()).replaceFirst("\\.?0+$", ""),
                        chosen.groupAlphas().isEmpty() ? "" : ", some parameter groups with an α of their own",
                        chosen.tried().size() > 1 ? ": selected on dev. " : ". ");
    }

    private static List<Fact> facts(RunHistory run) {
        double speed = run.steps().stream()
                .mapToDouble(TrainingEvent.Step::tokensPerSecond)
                .sorted()
                .skip(run.steps().size() / 2)
                .findFirst()
                .orElse(Double.NaN);
        TrainingEvent.Started start = run.start();
        return List.of(
                new Fact(
                        "Time",
                        Numbers.duration(run.elapsedSeconds()),
                        run.end().map(TrainingEvent.Ended::reason).orElse("")),
                new Fact("Steps", Numbers.count(run.lastStep()), best(run)),
                new Fact(
                        "Tokens a second",
                        Double.isNaN(speed) ? "–" : Numbers.count(Math.round(speed)),
                        compute(start.configuration())),
                new Fact("Base", start.base(), Numbers.roughly(start.parameters()) + " parameters"));
    }

    private static String compute(JsonNode configuration) {
        JsonNode compute = configuration.path("compute");
        return compute.path("threads").asText() + " threads, "
                + compute.path("precision").asText();
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
