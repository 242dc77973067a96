package io.github.scimult.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as a program on the JVM opens them, and what is none. */
class LiteratureModelTest {
    private static final String TINY = Golden.path("tiny-bert").toString();
    private static final List<SegmentedText> TEXTS =
            List.of(SegmentedText.of("Drawing graphs"), SegmentedText.of("Rice"), SegmentedText.of("Drawing graphs"));

    @TempDir
    private Path folder;

    @Test
    void aTextIsMostSimilarToItself() throws IOException {
        try (LiteratureModel model = LiteratureModel.open(LiteratureModel.BUILT_IN, 1)) {
            float[][] vectors = model.embed(Task.SEARCH, TEXTS);
            assertThat(model.similarity(vectors[0], vectors[2])).isCloseTo(1, within(1e-5));
            assertThat(model.similarity(vectors[0], vectors[1])).isLessThan(0.9);
            assertThat(model.similarity(vectors[0], vectors[1]))
                    .isCloseTo(model.similarity(vectors[1], vectors[0]), within(1e-9));
        }
    }

    @Test
    void theSimilarityIsTheOneThatTheModelWasTrainedFor() throws IOException {
        try (LiteratureModel model = LiteratureModel.open(TINY, 1)) {
            float[] one = {3, 4};
            double itself = model.similarity(one, one);
            boolean cosine = model.encoder().similarity() == Similarity.COSINE;
            assertThat(itself).isCloseTo(cosine ? 1 : 25, within(1e-6));
        }
    }

    @Test
    void aModelKnowsItsNameItsSizeAndWhetherItIsAnother() throws IOException {
        try (LiteratureModel tiny = LiteratureModel.open(TINY);
                LiteratureModel again = LiteratureModel.openForServing(TINY, Precision.FLOAT32, 1);
                LiteratureModel builtIn = LiteratureModel.open(LiteratureModel.BUILT_IN)) {
            assertThat(tiny.name()).isEqualTo(TINY);
            assertThat(builtIn.name()).isEqualTo("minilm");
            assertThat(builtIn.dimension()).isEqualTo(384);
            assertThat(tiny.embed(Task.LINK, TEXTS)).hasDimensions(3, tiny.dimension());
            assertThat(tiny.fingerprint()).isEqualTo(again.fingerprint()).isNotEqualTo(builtIn.fingerprint());
        }
    }

    @Test
    void anUnfinishedRunIsNoModelAndSaysWhatToDo() throws IOException {
        Path run = Files.createDirectories(folder.resolve("run/training"));
        Files.writeString(run.resolve("plan.json"), "{}");
        assertThatThrownBy(() -> LiteratureModel.open(run.getParent().toString()))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("unfinished training run", "--resume", "training/best");
    }

    @Test
    void aFolderThatHoldsNoModelIsRefusedByItsName() {
        for (String name :
                new String[] {folder.toString(), folder.resolve("nowhere").toString(), "minilmm"}) {
            assertThatThrownBy(() -> LiteratureModel.open(name))
                    .isInstanceOfAny(BadDataException.class, NoSuchFileException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aFileIsNoModelAndSaysHowToMakeOneOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("model.ckpt"), "x");
        assertThatThrownBy(() -> LiteratureModel.load(file.toString())).hasMessageContaining("scimult convert " + file);
    }

    @Test
    void aLibraryOfNoIndexIsRefusedByItsName() {
        assertThatThrownBy(() -> PaperLibrary.open(folder)).hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> PaperLibrary.modelOf(folder.resolve("nowhere")))
                .hasMessageContaining("nowhere");
    }
}
