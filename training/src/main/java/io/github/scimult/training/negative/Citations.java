package io.github.scimult.training.negative;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which papers of a collection cite which: what the train split judges to be linked, and what papers list as references. */
final class Citations {
    private static final int[] NONE = {};

    private Citations() {}

    static Adjacency of(LiteratureCollection collection) {
        RecordStore<Paper> papers = collection.papers();
        int[][] cited = new int[papers.size()][];
        IntStream.range(0, cited.length).parallel().forEach(row -> cited[row] = references(papers, row));
        if (collection.tasks().contains(Task.LINK)) {
            addJudged(collection.judgements(Task.LINK, Split.TRAIN), cited);
        }
        return Adjacency.of(cited);
    }

    private static int[] references(RecordStore<Paper> papers, int row) {
        int[] rows = papers.get(row).metadata().references().stream()
                .mapToInt(papers::row)
                .filter(cited -> cited >= 0 && cited != row)
                .toArray();
        return rows.length == 0 ? null : rows;
    }

    private static void addJudged(Judgements judgements, int[][] cited) {
        for (int query = 0; query < judgements.queries(); query++) {
            int[] linked = judgements.relevantRows(query);
            int row = judgements.queryRow(query);
            int[] before = cited[row] == null ? NONE : cited[row];
            cited[row] = IntStream.concat(Arrays.stream(before), Arrays.stream(linked))
                    .toArray();
        }
    }
}
