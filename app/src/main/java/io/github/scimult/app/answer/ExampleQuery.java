package io.github.scimult.app.answer;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.Query;
import java.util.List;

/**
 * What base and trained model answer to a question, in words: titles of papers, names of labels.
 *
 * @param collection the collection's name
 * @param task the task's name
 * @param query the paper's title, or the search
 * @param right what would be right, the highest grade first
 * @param base the base's answers, best first
 * @param trained the trained model's answers, best first
 */
public record ExampleQuery(
        String collection, String task, String query, List<String> right, List<String> base, List<String> trained) {
    public ExampleQuery {
        right = List.copyOf(right);
        base = List.copyOf(base);
        trained = List.copyOf(trained);
    }

    /** Puts a question to both. */
    public static ExampleQuery of(
            LiteratureCollection collection, Question question, int count, Answers base, Answers trained) {
        return new ExampleQuery(
                collection.name(),
                question.task().name(),
                name(question.asked()),
                names(collection, question, question.right()),
                names(collection, question, base.best(question, count)),
                names(collection, question, trained.best(question, count)));
    }

    private static List<String> names(LiteratureCollection collection, Question question, List<Integer> rows) {
        RecordStore<? extends CollectionRecord> store = Answers.candidates(collection, question.task());
        return rows.stream().map(row -> name(store.get(row))).toList();
    }

    /** What people call it; its id where it has no name. */
    private static String name(CollectionRecord asked) {
        String name = switch (asked) {
            case Paper paper -> paper.title();
            case Label label -> label.name();
            case Query query -> query.text();
        };
        return name.isBlank() ? asked.id() : name;
    }
}
