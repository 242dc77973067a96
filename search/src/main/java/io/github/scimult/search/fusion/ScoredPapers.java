package io.github.scimult.search.fusion;

import io.github.scimult.search.record.SearchHit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;

/**
 * What one side of a search says of documents: its best in their order, and the exact scores of others.
 *
 * @param sides by document
 */
public record ScoredPapers(Map<Integer, SearchHit.Side> sides) {
    /**
     * @param best the first has rank 1
     * @param others with their scores; those of the best are not looked at
     */
    public static ScoredPapers of(ScoreDoc[] best, List<ScoreDoc> others) {
        Map<Integer, SearchHit.Side> sides = HashMap.newHashMap(best.length + others.size());
        for (int rank = 0; rank < best.length; rank++) {
            sides.put(best[rank].doc, new SearchHit.Side(rank + 1, best[rank].score));
        }
        others.forEach(other -> sides.putIfAbsent(other.doc, new SearchHit.Side(0, other.score)));
        return new ScoredPapers(sides);
    }

    public boolean isEmpty() {
        return sides.isEmpty();
    }

    SearchHit.Side of(int document) {
        return sides.getOrDefault(document, SearchHit.Side.UNKNOWN);
    }

    /** The best, in no order. */
    public IntStream ranked() {
        return sides.entrySet().stream()
                .filter(entry -> entry.getValue().rank() > 0)
                .mapToInt(Map.Entry::getKey);
    }
}
