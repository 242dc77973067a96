package io.github.scimult.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.library.LiteratureModel;
import java.util.ArrayList;
import java.util.List;

/**
 * One task of a model as an embedding model of langchain4j. A segment whose metadata has a {@value #TITLE} is read as a paper: that title,
 * and the segment's text as its abstract. Vectors are of length 1.
 *
 * <pre>{@code
 * EmbeddingModel search = new ScimultEmbeddingModel(LiteratureModel.open("model/"), Task.SEARCH);
 * }</pre>
 */
public final class ScimultEmbeddingModel implements EmbeddingModel {
    /** The metadata's key of a paper's title. */
    public static final String TITLE = "title";

    private final LiteratureModel model;
    private final Task task;
    private final TextRole role;

    /**
     * Of papers and labels.
     *
     * @param model stays the caller's to close
     */
    public ScimultEmbeddingModel(LiteratureModel model, Task task) {
        this(model, task, TextRole.DOCUMENT);
    }

    private ScimultEmbeddingModel(LiteratureModel model, Task task, TextRole role) {
        this.model = model;
        this.task = task;
        this.role = role;
    }

    /** The same for what is searched with, before which some models read a prompt. */
    public ScimultEmbeddingModel forQueries() {
        return new ScimultEmbeddingModel(model, task, TextRole.QUERY);
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        List<SegmentedText> texts = segments.stream().map(this::text).toList();
        List<Embedding> embeddings = new ArrayList<>();
        for (float[] vector : model.embed(task, texts)) {
            Embedding embedding = Embedding.from(vector);
            embedding.normalize();
            embeddings.add(embedding);
        }
        return Response.from(embeddings);
    }

    private SegmentedText text(TextSegment segment) {
        String title = segment.metadata().getString(TITLE);
        return new SegmentedText(title == null ? List.of(segment.text()) : List.of(title, segment.text()), role);
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public String modelName() {
        return model.encoder().name() + "/" + task.name();
    }
}
