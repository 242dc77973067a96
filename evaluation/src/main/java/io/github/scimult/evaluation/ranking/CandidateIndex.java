package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.LexicalScorer;
import io.github.scimult.evaluation.task.CandidateSet;
import io.github.scimult.evaluation.task.RankingTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A task's candidates as each system sees them: embedded once an encoder, indexed once a lexical system, by id for retrievers. */
public final class CandidateIndex implements AutoCloseable {
    private final List<RankingSystem> systems;
    private final EncodedPapers papers;
    private final Map<String, EmbeddingMatrix> embeddings = new HashMap<>();
    private final Map<String, LexicalScorer> scorers = new HashMap<>();
    private final Map<String, RetrievedScores> retrieved = new HashMap<>();

    private CandidateIndex(List<RankingSystem> systems, EncodedPapers papers) {
        this.systems = systems;
        this.papers = papers;
    }

    /** @param papers stays the caller's to close */
    public static CandidateIndex of(
            RankingTask task, List<RankingSystem> systems, EncodedPapers papers, EvaluationProgress progress) {
        CandidateIndex index = new CandidateIndex(systems, papers);
        try {
            for (RankingSystem system : systems) {
                index.add(task, system, progress);
            }
        } catch (RuntimeException failure) {
            index.close();
            throw failure;
        }
        return index;
    }

    private void add(RankingTask task, RankingSystem system, EvaluationProgress progress) {
        switch (system) {
            case RankingSystem.Encoder encoder ->
                embeddings.put(
                        encoder.name(), new TaskEmbedding(task, encoder, papers(encoder), progress).candidates());
            case RankingSystem.Lexical(String name, var indexer, boolean reference) -> {
                CandidateSet candidates = task.candidates();
                String stage = task.task() + ": " + candidates.kind() + " into " + name;
                progress.update(stage, 0, candidates.size());
                scorers.put(name, indexer.index(candidates.size(), candidates.words()));
                progress.update(stage, candidates.size(), candidates.size());
            }
            case RankingSystem.Retriever retriever ->
                retrieved.put(retriever.name(), RetrievedScores.of(task, retriever.retriever()));
            case RankingSystem.Fused fused -> {
                // made of the scores of its parts
            }
        }
    }

    List<RankingSystem> systems() {
        return systems;
    }

    KnownVectors papers(RankingSystem.Encoder system) {
        return papers.of(system);
    }

    EmbeddingMatrix embeddings(RankingSystem.Encoder system) {
        return embeddings.get(system.name());
    }

    LexicalScorer scorer(RankingSystem.Lexical system) {
        return scorers.get(system.name());
    }

    RetrievedScores retrieved(RankingSystem.Retriever system) {
        return retrieved.get(system.name());
    }

    int position(String name) {
        for (int system = 0; system < systems.size(); system++) {
            if (systems.get(system).name().equals(name)) {
                return system;
            }
        }
        throw new IllegalStateException("no system '" + name + "'");
    }

    @Override
    public void close() {
        scorers.values().forEach(LexicalScorer::close);
    }
}
