package io.github.scimult.evaluation.trec;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rankings as TREC writes them. One document a line, six fields separated by spaces or tabs:
 *
 * <pre>query-id  Q0  document-id  rank  score  system</pre>
 *
 * The second field and the rank are ignored, as trec_eval ignores them: the order is by score, ties by id descending.
 *
 * @param rankings documents by query in trec_eval's order, the queries in the file's order
 */
public record TrecRun(Map<String, List<ScoredDocument>> rankings) {
    public TrecRun {
        Map<String, List<ScoredDocument>> sorted = new LinkedHashMap<>();
        rankings.forEach((query, documents) -> sorted.put(
                query, documents.stream().sorted(ScoredDocument.TREC_ORDER).toList()));
        rankings = Collections.unmodifiableMap(sorted);
    }

    /**
     * Reads a file.
     *
     * @throws BadDataException if a line has other than six fields, a score is no number, or a document stands twice in
     *     a query's ranking
     */
    public static TrecRun read(Path file) throws IOException {
        Map<String, List<ScoredDocument>> rankings = new LinkedHashMap<>();
        Map<String, Set<String>> seen = new HashMap<>();
        TrecLines.read(file, "query-id Q0 document-id rank score system", line -> {
            String query = line.field(0);
            if (!seen.computeIfAbsent(query, key -> new HashSet<>()).add(line.field(2))) {
                throw line.bad("the document '" + line.field(2) + "' is retrieved a second time for the query '" + query
                        + "'; a ranking holds a document once");
            }
            rankings.computeIfAbsent(query, key -> new ArrayList<>())
                    .add(new ScoredDocument(line.field(2), score(line)));
        });
        return new TrecRun(rankings);
    }

    /** Reads as a double first and narrows then, as trec_eval does: the two roundings can differ from a single one. */
    private static float score(TrecLines.Line line) {
        try {
            double score = Double.parseDouble(line.field(4));
            if (!Double.isNaN(score)) {
                return (float) score;
            }
        } catch (NumberFormatException e) {
            // told below, with file and line
        }
        throw line.bad("the score '" + line.field(4) + "' is no number");
    }
}
