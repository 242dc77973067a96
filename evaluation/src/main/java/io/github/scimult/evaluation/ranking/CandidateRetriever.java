package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Something that finds candidates by itself, such as an index that is served. Is asked by several threads at once. */
@FunctionalInterface
public interface CandidateRetriever {
    /**
     * Ids of labels or papers, the best first.
     *
     * @param without ids that are not to be found: the query's own paper
     * @param most how many at most
     */
    List<String> find(Task task, SegmentedText query, Set<String> without, int most) throws IOException;
}
