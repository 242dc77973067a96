package io.github.scimult.library.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that no index takes: told to who made them, and no other is lost for them. */
class RefusedChangesTest {
    @TempDir
    private Path folder;

    private LibraryFolder place;

    @BeforeEach
    void build() throws IOException {
        place = LibraryFixture.library(folder);
    }

    private LiveLibrary open() throws IOException {
        return LiveLibrary.open(place.root(), LibraryFixture::open);
    }

    private static Change put(String id, String title) {
        return new Change.PutPaper(new Paper(id, title, ""));
    }

    private static boolean has(LiveLibrary library, String id) throws IOException {
        return library.read(served -> served.index().paper(id)).isPresent();
    }

    @Test
    void anIdThatNoIndexTakesIsRefusedBeforeAnythingIsWritten() throws IOException {
        String id = "数".repeat(20_000);
        try (LiveLibrary library = open()) {
            for (Change change : List.of(put(id, "wool"), new Change.PutLabel(new Label(id, "wool", "")))) {
                assertThatThrownBy(() -> library.write(List.of(put("4", "Knitting wool"), change)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("60,000 bytes");
            }
            assertThat(has(library, "4")).isFalse();
            assertThat(place.journal().last()).isZero();
        }
    }

    @Test
    void oneChangeThatCannotBeIndexedIsToldAndCostsNoOther() throws IOException {
        try (LiveLibrary library =
                LiveLibrary.open(place.root(), _ -> OpenModel.of(new Refusing(), LibraryFixture.FIRST))) {
            assertThatThrownBy(() -> library.write(List.of(put("a", "good"), put("c", Refusing.REFUSED))))
                    .hasMessageContaining("written, but not indexed: no vector");
            assertThat(has(library, "a")).isTrue();
            library.write(List.of(put("b", "later")));
            assertThat(has(library, "b")).isTrue();
        }
        try (LiveLibrary library = open()) {
            assertThat(has(library, "b")).isTrue();
        }
    }

    /** An encoder that refuses a word. */
    private static final class Refusing implements TextEncoder {
        private static final String REFUSED = "unspeakable";

        private final TextEncoder words = new WordCountEncoder();

        @Override
        public String name() {
            return words.name();
        }

        @Override
        public int dimension() {
            return words.dimension();
        }

        @Override
        public Similarity similarity() {
            return words.similarity();
        }

        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            if (texts.stream().anyMatch(text -> text.plain().contains(REFUSED))) {
                throw new IllegalArgumentException("no vector");
            }
            return words.encode(texts, task);
        }
    }

    @Test
    void anIdTooLongInTheJournalOfAnEarlierVersionCostsNoOtherChange() throws IOException {
        place.journal().append(List.of(put("a", "good"), put("x".repeat(40_000), "an id too long")));
        try (LiveLibrary library = open()) {
            assertThat(has(library, "a")).isTrue();
            library.write(List.of(put("b", "later")));
            assertThat(has(library, "b")).isTrue();
        }
        try (LiveLibrary library = open()) {
            assertThat(has(library, "b")).isTrue();
        }
    }
}
