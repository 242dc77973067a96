package io.github.scimult.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.export.ModelExport;
import io.github.scimult.library.LiteratureModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** langchain4j gets the vectors that the model gives. */
class ScimultEmbeddingModelTest {
    @Test
    void aSegmentWithATitleIsReadAsAPaperAndVectorsHaveLengthOne() throws IOException {
        try (LiteratureModel model = LiteratureModel.open(LiteratureModel.BUILT_IN)) {
            EmbeddingModel link = new ScimultEmbeddingModel(model, Task.LINK);
            TextSegment plain = TextSegment.from("Layouts of graphs.");
            TextSegment paper = TextSegment.from(
                    "Layouts of graphs.", Metadata.from(ScimultEmbeddingModel.TITLE, "Drawing graphs"));
            List<Embedding> embeddings = link.embedAll(List.of(plain, paper)).content();
            float[][] expected = model.embed(
                    Task.LINK,
                    List.of(
                            SegmentedText.of("Layouts of graphs."),
                            SegmentedText.of("Drawing graphs", "Layouts of graphs.")));
            for (int i = 0; i < expected.length; i++) {
                assertThat(CosineSimilarity.between(embeddings.get(i), Embedding.from(expected[i])))
                        .isCloseTo(1, Offset.offset(1e-6));
                double squares = 0;
                for (float number : embeddings.get(i).vector()) {
                    squares += number * number;
                }
                assertThat(squares).isCloseTo(1, Offset.offset(1e-5));
            }
            assertThat(link.dimension()).isEqualTo(model.dimension());
            assertThat(link.modelName()).isEqualTo("minilm/link");
            EmbeddingModel search = new ScimultEmbeddingModel(model, Task.SEARCH);
            assertThat(search.modelName()).isEqualTo("minilm/search");
        }
    }

    @Test
    void queriesHaveThePromptThatTheModelWasTrainedWith(@TempDir Path folder) throws IOException {
        Path prompted = folder.resolve("prompted");
        try (PretrainedModel base = LiteratureModel.load(LiteratureModel.BUILT_IN)) {
            EncoderConfig config = base.config().withPrompts(new Prompts("query: ", ""));
            ModelExport.folder(
                    new PretrainedModel(config, base.weights(), base.tokenizer(), "prompted"),
                    "# Prompted\n",
                    prompted);
        }
        try (LiteratureModel model = LiteratureModel.open(prompted.toString())) {
            ScimultEmbeddingModel papers = new ScimultEmbeddingModel(model, Task.SEARCH);
            Embedding query = papers.forQueries().embed("graphs").content();
            assertThat(CosineSimilarity.between(
                            query, papers.embed("query: graphs").content()))
                    .isCloseTo(1, Offset.offset(1e-6));
            assertThat(CosineSimilarity.between(query, papers.embed("graphs").content()))
                    .isLessThan(0.999);
        }
    }
}
