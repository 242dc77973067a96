package io.github.scimult.evaluation.task;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes a {@link RankingTask} of a collection's judgements. Papers without any relevant label or link are no queries;
 * searches without any relevant paper are, and count 0, as in trec_eval. For classification every relevant label has
 * grade 1.
 */
public final class RankingTaskReader {
    private final LiteratureCollection collection;
    private final Task task;
    private final Judgements judgements;
    private final Sampling sampling;

    private RankingTaskReader(LiteratureCollection collection, Split split, Task task, Sampling sampling) {
        this.collection = collection;
        this.task = task;
        this.judgements = collection.judgements(task, split);
        this.sampling = sampling;
    }

    /** Reads a task; it has no queries if the split has no judgements for it. */
    public static RankingTask read(LiteratureCollection collection, Split split, Task task, Sampling sampling) {
        return new RankingTaskReader(collection, split, task, sampling).read();
    }

    /** Whether a split has a query for the task. */
    public static boolean hasQueries(LiteratureCollection collection, Split split, Task task) {
        return new RankingTaskReader(collection, split, task, Sampling.ALL).queriesWithSomethingToFind().length > 0;
    }

    private RankingTask read() {
        SplittableRandom random = new SplittableRandom(sampling.seed());
        int maxQueries = sampling.maxQueries() == 0 ? Integer.MAX_VALUE : sampling.maxQueries();
        int[] queries = RandomSample.of(queriesWithSomethingToFind(), maxQueries, random);
        int[] rows = candidateRows(queries, random);
        int[] candidateOfRow =
                new int[CandidateSet.store(collection, task.family()).size()];
        Arrays.fill(candidateOfRow, -1);
        for (int candidate = 0; candidate < rows.length; candidate++) {
            candidateOfRow[rows[candidate]] = candidate;
        }
        List<JudgedQuery> judged = new ArrayList<>();
        for (int query : queries) {
            judged.add(judgedQuery(query, candidateOfRow));
        }
        return new RankingTask(task, judged, queryText(), CandidateSet.of(collection, task.family(), rows));
    }

    private int[] queriesWithSomethingToFind() {
        return IntStream.range(0, judgements.queries())
                .filter(query -> task.family() == TaskFamily.SEARCH || judgements.relevantRows(query).length > 0)
                .toArray();
    }

    /** All rows, or the relevant ones and others at random; ascending. */
    private int[] candidateRows(int[] queries, SplittableRandom random) {
        int size = CandidateSet.store(collection, task.family()).size();
        if (sampling.maxCandidates() == 0 || sampling.maxCandidates() >= size) {
            return IntStream.range(0, size).toArray();
        }
        BitSet chosen = new BitSet(size);
        for (int query : queries) {
            Arrays.stream(judgements.relevantRows(query)).forEach(chosen::set);
        }
        int missing = sampling.maxCandidates() - chosen.cardinality();
        if (missing > 0) {
            int[] others =
                    IntStream.range(0, size).filter(row -> !chosen.get(row)).toArray();
            Arrays.stream(RandomSample.of(others, missing, random)).forEach(chosen::set);
        }
        return chosen.stream().toArray();
    }

    private JudgedQuery judgedQuery(int query, int[] candidateOfRow) {
        int[] rows = judgements.candidateRows(query);
        int[] scores = judgements.scores(query);
        int[] known = IntStream.range(0, rows.length)
                .filter(i -> candidateOfRow[rows[i]] >= 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(candidateOfRow[rows[a]], candidateOfRow[rows[b]]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] judgedRows =
                Arrays.stream(known).map(i -> candidateOfRow[rows[i]]).toArray();
        int[] grades = Arrays.stream(known).map(i -> grade(scores[i])).toArray();
        int row = judgements.queryRow(query);
        int own = task.family() == TaskFamily.LINK ? candidateOfRow[row] : -1;
        return new JudgedQuery(queryStore().id(row), row, own, judgedRows, grades);
    }

    private int grade(int score) {
        return task.family() == TaskFamily.CLASSIFICATION ? Math.min(score, 1) : score;
    }

    private RecordStore<?> queryStore() {
        return task.family() == TaskFamily.SEARCH ? collection.queries() : collection.papers();
    }

    private IntFunction<SegmentedText> queryText() {
        return task.family() == TaskFamily.SEARCH
                ? row -> collection.queries().get(row).segments()
                : row -> collection.papers().get(row).segments();
    }
}
