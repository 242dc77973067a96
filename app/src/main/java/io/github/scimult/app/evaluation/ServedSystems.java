package io.github.scimult.app.evaluation;

import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An index as it is queried: BM25, dense, and the hybrid that it serves by default. Rankings are as deep as those of a default query, so
 * that the evaluation is of what people get.
 */
public record ServedSystems(PaperLibrary library, IndexFacts facts) implements EvaluatedSystems {
    private static final double BM25_ALONE = Double.POSITIVE_INFINITY;

    @Override
    public List<RankingSystem> systems() {
        return List.of(
                new RankingSystem.Retriever(
                        "BM25", (task, text, without, limit) -> found(task, text, without, limit, BM25_ALONE), true),
                new RankingSystem.Retriever(
                        "dense", (task, text, without, limit) -> found(task, text, without, limit, 0.0), true),
                new RankingSystem.Retriever(
                        "hybrid", (task, text, without, limit) -> found(task, text, without, limit, null), false));
    }

    private List<String> found(Task task, SegmentedText text, Set<String> without, int limit, Double weight)
            throws IOException {
        int depth = Math.min(limit, LiteratureIndex.DEPTH);
        return task.family() == TaskFamily.CLASSIFICATION
                ? labels(text, without, depth, weight)
                : papers(task, text, without, depth, weight);
    }

    private List<String> papers(Task task, SegmentedText text, Set<String> without, int limit, Double weight)
            throws IOException {
        PaperQuery question = PaperQuery.of(task, text)
                .among(SearchFilter.NONE.without(without))
                .limit(limit)
                .bm25WeightIfGiven(weight)
                .withoutAsked(task.family() == TaskFamily.LINK);
        return library.read(served -> served.index().papers(question)).stream()
                .map(hit -> hit.paper().id())
                .toList();
    }

    /** The lexical ones are those whose name occurs in the text. */
    private List<String> labels(SegmentedText text, Set<String> without, int limit, Double weight) throws IOException {
        if (weight != null && weight == 0) {
            return library.read(served -> served.index().labels(text, limit)).stream()
                    .map(hit -> hit.label().id())
                    .toList();
        }
        Stream<Tag> tags = library.read(served -> served.tagger().tags(text, without, limit, false)).stream();
        return tags.filter(tag -> weight == null || tag.named())
                .map(tag -> tag.label().id())
                .toList();
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("version", ProgramVersion.number());
        notes.put("index of", facts.collection());
        notes.put("model", facts.model());
        notes.put("labels and citations of", Split.text(facts.splits()));
        return notes;
    }

    @Override
    public void close() throws IOException {
        library.close();
    }
}
