package io.github.scimult.app.report;

import io.github.scimult.core.html.HtmlPage;
import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainedCollection;
import io.github.scimult.training.event.TrainingEvent;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections of a training run, put together to one page. */
final class ReportPage {
    private ReportPage() {}

    static String html(RunHistory run) {
        Palette palette = Palette.of(run);
        String sections = Stream.of(
                        OutcomeSection.of(run),
                        DevSection.of(run, palette),
                        InterpolationSection.of(run, palette),
                        ExampleSection.of(run),
                        LossSection.of(run, palette),
                        PaceSection.of(run),
                        DataSection.of(run),
                        ConfigurationSection.of(run))
                .collect(Collectors.joining());
        return HtmlPage.of(title(run), OpeningSection.of(run), sections, footer(run));
    }

    private static String title(RunHistory run) {
        String collections =
                run.start().collections().stream().map(TrainedCollection::name).collect(Collectors.joining(", "));
        return "Training report" + (collections.isEmpty() ? "" : ": " + collections);
    }

    private static String footer(RunHistory run) {
        TrainingEvent.Started start = run.start();
        return "SciMult %s · started %s · seed %s · %s · attention: %s"
                .formatted(
                        start.version(),
                        start.time(),
                        start.seed(),
                        start.configuration().at("/compute/precision").asText(),
                        start.configuration().at("/compute/attention").asText());
    }
}
