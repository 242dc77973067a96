package io.github.scimult.search.judgement;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The judgements of a collection that an index serves, by paper: assigned labels, and citations of the task {@code link}. */
public final class JudgedPapers {
    private final LiteratureCollection collection;
    private final Map<Split, QueryOfPaper> classification;
    private final Map<Split, QueryOfPaper> links;
    private final PaperJudgements.AssignedLabel[] labels; // (labels) once read

    /** @param splits whose judgements are served; no other is read */
    public JudgedPapers(LiteratureCollection collection, Set<Split> splits) {
        this.collection = collection;
        this.classification = read(Task.CLASSIFICATION, splits);
        this.links = read(Task.LINK, splits);
        this.labels = new PaperJudgements.AssignedLabel[collection.labels().size()];
    }

    private Map<Split, QueryOfPaper> read(Task task, Set<Split> splits) {
        Map<Split, QueryOfPaper> read = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            if (splits.contains(split) && collection.splits(task).contains(split)) {
                Judgements judgements = collection.judgements(task, split);
                read.put(split, QueryOfPaper.of(judgements, collection.papers().size()));
            }
        }
        return read;
    }

    /** The judgements of one task and split. @param query (papers) a paper's query; −1 if it has none */
    @SuppressWarnings("ArrayRecordComponent")
    private record QueryOfPaper(Judgements judgements, int[] query) {
        static QueryOfPaper of(Judgements judgements, int papers) {
            int[] query = new int[papers];
            Arrays.fill(query, -1);
            for (int i = 0; i < judgements.queries(); i++) {
                query[judgements.queryRow(i)] = i;
            }
            return new QueryOfPaper(judgements, query);
        }

        int[] relevant(int paper) {
            return query[paper] < 0 ? new int[0] : judgements.relevantRows(query[paper]);
        }

        int[] rejected(int paper) {
            if (query[paper] < 0) {
                return new int[0];
            }
            int[] candidates = judgements.candidateRows(query[paper]);
            int[] scores = judgements.scores(query[paper]);
            return IntStream.range(0, candidates.length)
                    .filter(i -> scores[i] == 0)
                    .map(i -> candidates[i])
                    .toArray();
        }
    }

    /** What is judged of a paper. @param row of the paper in the collection */
    public PaperJudgements of(int row) {
        Optional<String> split = Optional.empty();
        Set<PaperJudgements.AssignedLabel> assigned = new LinkedHashSet<>();
        for (Map.Entry<Split, QueryOfPaper> judged : classification.entrySet()) {
            for (int labelRow : judged.getValue().relevant(row)) {
                assigned.add(label(labelRow));
                split = Optional.of(judged.getKey().lowerCaseName());
            }
        }
        return new PaperJudgements(split, List.copyOf(assigned), rejected(row), cited(row));
    }

    private List<String> rejected(int row) {
        List<String> rejected = new ArrayList<>();
        for (QueryOfPaper judged : classification.values()) {
            for (int labelRow : judged.rejected(row)) {
                rejected.add(label(labelRow).id());
            }
        }
        return rejected;
    }

    private PaperJudgements.AssignedLabel label(int row) {
        if (labels[row] == null) {
            Label label = collection.labels().get(row);
            labels[row] = new PaperJudgements.AssignedLabel(label.id(), label.name());
        }
        return labels[row];
    }

    private List<String> cited(int row) {
        List<String> cited = new ArrayList<>();
        for (QueryOfPaper judged : links.values()) {
            for (int paper : judged.relevant(row)) {
                cited.add(collection.papers().id(paper));
            }
        }
        return cited;
    }
}
