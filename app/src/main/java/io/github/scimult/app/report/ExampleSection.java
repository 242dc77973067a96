package io.github.scimult.app.report;

import io.github.scimult.core.html.Markup;
import io.github.scimult.training.event.Example;
import io.github.scimult.training.event.RunHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What base and trained model answer to some dev queries, relevant results marked. */
final class ExampleSection {
    private static final int MOST_LETTERS = 160;
    private static final int SHOWN = 1;

    private ExampleSection() {}

    static String of(RunHistory run) {
        if (run.examples().isEmpty()) {
            return "";
        }
        Map<LossKey, List<Example>> groups = run.examples().stream()
                .collect(Collectors.groupingBy(
                        example -> new LossKey(example.collection(), example.task()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        String cards = groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .collect(Collectors.joining());
        return """
                <section id="examples">
                <h2>Examples</h2>
                <p>Queries of the dev split and the first five answers of either model. <span class="better">✓ Right</span>
                are those that the collection's judgements name.</p>
                %s</section>
                """.formatted(cards);
    }

    private static String group(LossKey key, List<Example> examples) {
        String first = Markup.each(examples.subList(0, Math.min(SHOWN, examples.size())), ExampleSection::card);
        String more = examples.size() <= SHOWN
                ? ""
                : "<details><summary>%s more like this</summary>%s</details>"
                        .formatted(
                                examples.size() - SHOWN,
                                Markup.each(examples.subList(SHOWN, examples.size()), ExampleSection::card));
        return "<h3>%s · %s</h3>\n%s%s\n"
                .formatted(Markup.text(key.collection()), Markup.text(key.task()), first, more);
    }

    private static String card(Example example) {
        return """
                <article>
                <p class="query">%s</p>
                <div class="answers">
                %s%s</div>
                <p class="detail">Right would be: %s</p>
                </article>
                """.formatted(
                        shown(example.query()),
                        answers("Before", example.baseline(), example),
                        answers("After", example.trained(), example),
                        rightAnswers(example.relevant()));
    }

    private static String answers(String when, List<String> answers, Example example) {
        long right = answers.stream().filter(example.relevant()::contains).count();
        return "<div><h4>%s <span>%s of %s right</span></h4><ol>%s</ol></div>\n"
                .formatted(
                        when,
                        right,
                        answers.size(),
                        Markup.each(
                                answers,
                                answer -> example.relevant().contains(answer)
                                        ? "<li class=\"right\">%s</li>".formatted(shown(answer))
                                        : "<li>%s</li>".formatted(shown(answer))));
    }

    private static String rightAnswers(List<String> right) {
        int most = 8;
        String shown = right.stream().limit(most).map(ExampleSection::shown).collect(Collectors.joining("; "));
        return shown + (right.size() > most ? " and %s more".formatted(right.size() - most) : "");
    }

    private static String shown(String text) {
        return Markup.text(Markup.shortened(text, MOST_LETTERS));
    }
}
