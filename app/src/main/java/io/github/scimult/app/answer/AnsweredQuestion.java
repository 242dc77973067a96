package io.github.scimult.app.answer;

import io.github.scimult.core.collection.CollectionRecord;
import io.github.scimult.core.collection.Label;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.Paper;
import io.github.scimult.core.collection.Query;
import io.github.scimult.core.collection.RecordStore;
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
public record AnsweredQuestion(
        String collection, String task, String query, List<String> right, List<String> base, List<String> trained) {
    public AnsweredQuestion {
        right = List.copyOf(right);
        base = List.copyOf(base);
        trained = List.copyOf(trained);
    }

    /** Puts a question to both. */
    public static AnsweredQuestion of(
            LiteratureCollection collection, Question question, int count, Answers base, Answers trained) {
        return new AnsweredQuestion(
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
