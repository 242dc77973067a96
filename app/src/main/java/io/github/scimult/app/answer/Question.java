package io.github.scimult.app.answer;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A query of a split that has a relevant candidate.
 *
 * @param task which
 * @param asked the paper or the search query
 * @param excluded row of the paper itself where papers are the candidates, else -1
 * @param right rows of the relevant candidates, the highest grade first
 */
public record Question(Task task, CollectionRecord asked, int excluded, List<Integer> right) {
    public Question {
        right = List.copyOf(right);
    }

    /** All queries of a task in a split, in the file's order. */
    public static List<Question> of(LiteratureCollection collection, Task task, Split split) {
        Judgements judgements = collection.judgements(task, split);
        return IntStream.range(0, judgements.queries())
                .mapToObj(query -> question(collection, task, judgements, query))
                .filter(question -> !question.right().isEmpty())
                .toList();
    }

    /** The query of an id. */
    public static Optional<Question> of(LiteratureCollection collection, Task task, Split split, String id) {
        return of(collection, task, split).stream()
                .filter(question -> question.asked().id().equals(id))
                .findFirst();
    }

    private static Question question(LiteratureCollection collection, Task task, Judgements judgements, int query) {
        RecordStore<? extends CollectionRecord> asked =
                task.family() == TaskFamily.SEARCH ? collection.queries() : collection.papers();
        int row = judgements.queryRow(query);
        int[] rows = judgements.candidateRows(query);
        int[] scores = judgements.scores(query);
        List<Integer> right = IntStream.range(0, rows.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> scores[i]).reversed())
                .map(i -> rows[i])
                .toList();
        return new Question(task, asked.get(row), task.family() == TaskFamily.LINK ? row : -1, right);
    }
}
