package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainedCollection;
import io.github.scimult.training.event.TrainingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the sections together to one page that loads nothing from elsewhere; its policy forbids it even to try. */
final class ReportPage {
    private static final Pattern HEADING = Pattern.compile("<section id=\"(\\w+)\">\\s*<h2>([^<]+)</h2>");
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            %s%s
            %s</main>
            <footer>%s</footer>
            </body>
            </html>
            """;

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
        return page(title(run), OpeningSection.of(run), sections, footer(run));
    }

    /**
     * A page of sections.
     *
     * @param title as text of HTML
     * @param opening above the contents
     * @param footer as text of HTML
     */
    static String page(String title, String opening, String sections, String footer) {
        return PAGE.formatted(title, style(), opening, contents(sections), sections, footer);
    }

    /** Links to the sections that are there. */
    private static String contents(String sections) {
        String links = HEADING.matcher(sections)
                .results()
                .map(heading -> "<a href=\"#%s\">%s</a>".formatted(heading.group(1), heading.group(2)))
                .collect(Collectors.joining("\n"));
        return "<nav aria-label=\"Contents\">%s</nav>".formatted(links);
    }

    private static String title(RunHistory run) {
        String collections =
                run.start().collections().stream().map(TrainedCollection::name).collect(Collectors.joining(", "));
        return Markup.text("Training report" + (collections.isEmpty() ? "" : ": " + collections));
    }

    private static String footer(RunHistory run) {
        TrainingEvent.Started start = run.start();
        return Markup.text("SciMult %s · started %s · seed %s · %s · attention: %s"
                .formatted(
                        start.version(),
                        start.time(),
                        start.seed(),
                        start.configuration().at("/compute/precision").asText(),
                        start.configuration().at("/compute/attention").asText()));
    }

    private static String style() {
        try (InputStream style = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
