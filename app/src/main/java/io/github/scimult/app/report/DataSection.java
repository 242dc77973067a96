package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainedCollection;
import java.util.List;
import java.util.function.Function;

/** What was trained on, a column for each collection. */
final class DataSection {
    private static final int FINGERPRINT_LETTERS = 8;

    private DataSection() {}

    static String of(RunHistory run) {
        List<TrainedCollection> collections = run.start().collections();
        if (collections.isEmpty()) {
            return "";
        }
        List<String> tasks = collections.stream()
                .flatMap(collection -> collection.pairs().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return """
                <section id="data">
                <h2>Data</h2>
                <p>What was trained on. The fingerprint tells whether a collection is still the same.</p>
                <div class="wide"><table>
                <thead><tr><th></th>%s</tr></thead>
                <tbody>%s%s%s%s%s</tbody></table></div>
                </section>
                """.formatted(
                        Markup.each(
                                collections,
                                collection -> "<th class=\"number\">%s</th>".formatted(Markup.text(collection.name()))),
                        counts("papers", collections, TrainedCollection::papers),
                        counts("labels", collections, TrainedCollection::labels),
                        counts("queries", collections, TrainedCollection::queries),
                        Markup.each(
                                tasks,
                                task -> counts(
                                        "pairs for " + task,
                                        collections,
                                        collection -> collection.pairs().getOrDefault(task, 0L))),
                        row("fingerprint", collections, DataSection::fingerprint));
    }

    private static String counts(
            String name, List<TrainedCollection> collections, Function<TrainedCollection, Long> count) {
        return row(name, collections, count.andThen(number -> number == 0 ? "–" : Numbers.count(number)));
    }

    private static String row(
            String name, List<TrainedCollection> collections, Function<TrainedCollection, String> cell) {
        return "<tr><td>%s</td>%s</tr>\n"
                .formatted(
                        Markup.text(name),
                        Markup.each(collections, cell.andThen("<td class=\"number\">%s</td>"::formatted)));
    }

    private static String fingerprint(TrainedCollection collection) {
        String whole = collection.fingerprint() == null ? "" : collection.fingerprint();
        String begin = whole.substring(0, Math.min(FINGERPRINT_LETTERS, whole.length()));
        return "<code title=\"%s\">%s</code>".formatted(Markup.text(whole), Markup.text(begin));
    }
}
