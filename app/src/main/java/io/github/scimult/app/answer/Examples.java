package io.github.scimult.app.answer;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.training.event.Example;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A few questions of a task's dev split, spread evenly over it, answered before and after training. */
public final class Examples {
    private static final int QUESTIONS = 3;
    private static final int ANSWERS = 5;
    private static final int MOST_LABELS = 2000;
    private static final int MOST_PAPERS = 300;
    private static final long SEED = 17;

    private Examples() {}

    /**
     * Answers them. Of more than 2,000 labels or 300 papers so many are candidates: the right ones, filled up at random.
     *
     * @return none if the dev split has no questions of the task
     */
    public static List<Example> of(LiteratureCollection collection, Task task, TextEncoder base, TextEncoder trained) {
        List<Question> questions = spread(Question.of(collection, task, Split.DEV));
        if (questions.isEmpty()) {
            return List.of();
        }
        int most = task.family() == TaskFamily.CLASSIFICATION ? MOST_LABELS : MOST_PAPERS;
        int[] rows = candidateRows(Answers.candidates(collection, task).size(), questions, most);
        Answers before = Answers.of(collection, task, base, rows);
        Answers after = Answers.of(collection, task, trained, rows);
        return questions.stream()
                .map(question -> of(collection, question, before, after))
                .toList();
    }

    /** A query with what both find. */
    public static Example of(LiteratureCollection collection, Question question, Answers base, Answers trained) {
        return new Example(
                collection.name(),
                question.task().name(),
                name(question.asked()),
                names(collection, question, question.right()),
                names(collection, question, base.best(question, ANSWERS)),
                names(collection, question, trained.best(question, ANSWERS)));
    }

    private static List<String> names(LiteratureCollection collection, Question question, List<Integer> rows) {
        RecordStore<? extends CollectionRecord> store = Answers.candidates(collection, question.task());
        return rows.stream().map(row -> name(store.get(row))).toList();
    }

    /** What people call it; its id where it has no name. */
    private static String name(CollectionRecord record) {
        String name = switch (record) {
            case Paper paper -> paper.title();
            case Label label -> label.name();
            case Query query -> query.text();
        };
        return name.isBlank() ? record.id() : name;
    }

    private static List<Question> spread(List<Question> questions) {
        List<Question> chosen = new ArrayList<>();
        int count = Math.min(QUESTIONS, questions.size());
        for (int i = 0; i < count; i++) {
            chosen.add(questions.get((2 * i + 1) * questions.size() / (2 * count)));
        }
        return chosen;
    }

    /** All rows, or the relevant ones and others sampled at random; ascending. */
    static int[] candidateRows(int size, List<Question> questions, int most) {
        if (size <= most) {
            return IntStream.range(0, size).toArray();
        }
        BitSet chosen = new BitSet(size);
        questions.forEach(question -> question.right().forEach(chosen::set));
        int[] others = IntStream.range(0, size).filter(row -> !chosen.get(row)).toArray();
        int missing = Math.max(0, most - chosen.cardinality());
        IntStream.of(RandomSample.of(others, missing, new SplittableRandom(SEED)))
                .forEach(chosen::set);
        return chosen.stream().toArray();
    }
}
