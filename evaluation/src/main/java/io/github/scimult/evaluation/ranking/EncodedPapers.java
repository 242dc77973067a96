package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.evaluation.task.RankingTask;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A collection's papers under each encoder of an evaluation. */
public final class EncodedPapers implements AutoCloseable {
    private final Map<String, PaperVectors> ofSystems = new LinkedHashMap<>();

    private EncodedPapers() {}

    /** Embeds the papers that the tasks need, once an encoder. */
    public static EncodedPapers of(
            LiteratureCollection collection,
            List<RankingTask> tasks,
            List<RankingSystem> systems,
            EvaluationProgress progress)
            throws IOException {
        EncodedPapers papers = new EncodedPapers();
        try {
            for (RankingSystem system : systems) {
                if (system instanceof RankingSystem.Encoder encoder) {
                    papers.ofSystems.put(encoder.name(), PaperVectors.of(collection, tasks, encoder, progress));
                }
            }
            return papers;
        } catch (IOException | RuntimeException failure) {
            papers.close();
            throw failure;
        }
    }

    public KnownVectors of(RankingSystem.Encoder system) {
        return ofSystems.get(system.name());
    }

    @Override
    public void close() throws IOException {
        for (PaperVectors vectors : ofSystems.values()) {
            vectors.close();
        }
    }
}
