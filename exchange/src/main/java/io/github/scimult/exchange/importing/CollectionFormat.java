package io.github.scimult.exchange.importing;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collections of this project, several of which become one. */
final class CollectionFormat implements ImportFormat {
    @Override
    public String name() {
        return "collection";
    }

    @Override
    public String explanation() {
        return "--in is a collection's folder; name several to make one of them. Judgements keep their splits.";
    }

    @Override
    public String source() {
        return "this project's own layout";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        readAll(List.of(in), into);
    }

    /** All records first: judgements of one collection may name records of another. */
    @Override
    public void readAll(List<Path> in, CollectionImport into) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        for (Path each : in) {
            read(each, seen, into);
        }
    }

    private static void read(Path in, Map<String, Integer> seen, CollectionImport into) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(in)) {
            records(in, "paper", collection.papers(), seen, into);
            records(in, "label", collection.labels(), seen, into);
            records(in, "query", collection.queries(), seen, into);
            judgements(in, collection, into);
        }
    }

    /** Two collections may call different things by the same id: the first one is kept, and the other said. */
    private static void records(
            Path in,
            String kind,
            RecordStore<? extends CollectionRecord> records,
            Map<String, Integer> seen,
            CollectionImport into)
            throws IOException {
        for (int row = 0; row < records.size(); row++) {
            CollectionRecord record = records.get(row);
            ImportLine at = new ImportLine(in, row + 1L);
            int content = record.hashCode();
            Integer earlier = seen.putIfAbsent(kind + record.id(), content);
            if (earlier != null && earlier != content) {
                into.note(
                        at,
                        "the " + kind + " '" + record.id()
                                + "' stands in an earlier collection with another content, which is kept");
            }
            into.add(at, record);
        }
    }

    private static void judgements(Path in, LiteratureCollection collection, CollectionImport into) throws IOException {
        for (Task task : collection.tasks()) {
            for (Split split : collection.splits(task)) {
                Judgements judgements = collection.judgements(task, split);
                for (int i = 0; i < judgements.queries(); i++) {
                    query(new ImportLine(in, i + 1L), new Row(collection, task, split, judgements, i), into);
                }
            }
        }
    }

    /** All judgements of one query. */
    private record Row(LiteratureCollection collection, Task task, Split split, Judgements judgements, int query) {}

    private static void query(ImportLine at, Row row, CollectionImport into) throws IOException {
        String query = (row.task().family() == TaskFamily.SEARCH
                        ? row.collection().queries()
                        : row.collection().papers())
                .id(row.judgements().queryRow(row.query()));
        int[] candidates = row.judgements().candidateRows(row.query());
        int[] scores = row.judgements().scores(row.query());
        for (int i = 0; i < candidates.length; i++) {
            String candidate = (row.task().family() == TaskFamily.CLASSIFICATION
                            ? row.collection().labels()
                            : row.collection().papers())
                    .id(candidates[i]);
            into.judge(at, row.task(), row.split(), query, candidate, scores[i]);
        }
    }
}
