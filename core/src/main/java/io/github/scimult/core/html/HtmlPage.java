package io.github.scimult.core.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A report as one file that shows itself in any browser, light or dark as the reader's system is. It loads nothing; its policy forbids
 * it even to try.
 */
public final class HtmlPage {
    private static final Pattern HEADING = Pattern.compile("<section id=\"([\\w-]+)\">\\s*<h2>([^<]+)</h2>");
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

    private HtmlPage() {}

    /**
     * A page of sections, with links to them.
     *
     * @param title text
     * @param opening markup above the links: of the page
     * @param sections markup; each an element with an id that begins with an {@code h2}
     * @param footer text
     */
    public static String of(String title, String opening, String sections, String footer) {
        return PAGE.formatted(Markup.text(title), style(), opening, contents(sections), sections, Markup.text(footer));
    }

    /** Links to the sections that are there. */
    private static String contents(String sections) {
        String links = HEADING.matcher(sections)
                .results()
                .map(heading -> "<a href=\"#%s\">%s</a>".formatted(heading.group(1), heading.group(2)))
                .collect(Collectors.joining("\n"));
        return "<nav aria-label=\"Contents\">%s</nav>".formatted(links);
    }

    private static String style() {
        try (InputStream style = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
