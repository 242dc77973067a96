package io.github.scimult.library.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that no index takes: told to who made them, and no other is lost for them. */
class RefusedChangesTest {
    private static final String REFUSED = "unspeakable";

    @TempDir
    private Path folder;

    private LibraryFolder place;

    @BeforeEach
    void build() throws IOException {
        place = LibraryFixture.library(folder);
    }

    @Test
    void anIdThatNoIndexTakesIsRefusedBeforeAnythingIsWritten() throws IOException {
        String id = "数".repeat(20_000);
        try (LiveLibrary library = LibraryFixture.open(place)) {
            for (Change change :
                    List.of(LibraryFixture.put(id, "wool"), new Change.PutLabel(new Label(id, "wool", "")))) {
                assertThatThrownBy(() -> library.write(List.of(LibraryFixture.put("4", "Knitting wool"), change)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("60,000 bytes");
            }
            assertThat(LibraryFixture.has(library, "4")).isFalse();
            assertThat(place.journal().last()).isZero();
        }
    }

    @Test
    void oneChangeThatCannotBeIndexedIsToldAndCostsNoOther() throws IOException {
        try (LiveLibrary library = LiveLibrary.open(
                place.root(),
                _ -> OpenModel.of(new WordCountEncoder(RefusedChangesTest::refuse), LibraryFixture.FIRST))) {
            assertThatThrownBy(() ->
                            library.write(List.of(LibraryFixture.put("a", "good"), LibraryFixture.put("c", REFUSED))))
                    .hasMessageContaining("written, but not indexed: no vector");
            assertThat(LibraryFixture.has(library, "a")).isTrue();
            library.write(List.of(LibraryFixture.put("b", "later")));
            assertThat(LibraryFixture.has(library, "b")).isTrue();
        }
        try (LiveLibrary library = LibraryFixture.open(place)) {
            assertThat(LibraryFixture.has(library, "b")).isTrue();
        }
    }

    private static void refuse(SegmentedText text) {
        if (text.plain().contains(REFUSED)) {
            throw new IllegalArgumentException("no vector");
        }
    }

    @Test
    void anIdTooLongInTheJournalOfAnEarlierVersionCostsNoOtherChange() throws IOException {
        place.journal()
                .append(List.of(
                        LibraryFixture.put("a", "good"), LibraryFixture.put("x".repeat(40_000), "an id too long")));
        try (LiveLibrary library = LibraryFixture.open(place)) {
            assertThat(LibraryFixture.has(library, "a")).isTrue();
            library.write(List.of(LibraryFixture.put("b", "later")));
            assertThat(LibraryFixture.has(library, "b")).isTrue();
        }
        try (LiveLibrary library = LibraryFixture.open(place)) {
            assertThat(LibraryFixture.has(library, "b")).isTrue();
        }
    }
}
