package io.github.scimult.app.evaluation;

import io.github.scimult.evaluation.ranking.RankingSystem;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The systems of an evaluation, and what is to be said of it. */
public interface EvaluatedSystems extends AutoCloseable {
    /** The rows of the table. */
    List<RankingSystem> systems();

    /** For the report. */
    Map<String, String> notes();

    @Override
    void close() throws IOException;
}
