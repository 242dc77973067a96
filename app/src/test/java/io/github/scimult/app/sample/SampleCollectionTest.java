package io.github.scimult.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCollectionTest {
    @TempDir
    private Path folder;

    private LiteratureCollection sample;

    @BeforeEach
    void unpack() throws IOException {
        SampleCollection.unpack(folder.resolve("sample"));
        sample = LiteratureCollection.open(folder.resolve("sample"));
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void holdsWhatItsReadmeSays() throws IOException {
        assertThat(sample.papers().size()).isEqualTo(400);
        assertThat(sample.labels().size()).isEqualTo(87);
        assertThat(sample.queries().size()).isEqualTo(162);
        assertThat(papers().mapToInt(paper -> paper.metadata().references().size())
                        .sum())
                .isEqualTo(1539);
        String readme = Files.readString(sample.folder().resolve("README.md"));
        for (Task task : sample.tasks()) {
            String row = "| %d | %d | %d |"
                    .formatted(pairs(task, Split.TRAIN), pairs(task, Split.DEV), pairs(task, Split.TEST));
            assertThat(readme).containsPattern(task.name() + ": [^|]*" + java.util.regex.Pattern.quote(row));
        }
        assertThat(readme).contains(sample.judgements(Task.SEARCH, Split.TEST).queries() + " test queries");
    }

    @Test
    void everyPaperHasAnAbstractOfSixtyToAHundredAndTwentyWords() {
        assertThat(papers())
                .allSatisfy(paper -> assertThat(paper.text().split("\\s+").length)
                        .as(paper.id())
                        .isBetween(60, 120));
    }

    @Test
    void everyPaperHasAYearAVenueAuthorsAndReferencesThatAreThereAndNotNewer() {
        assertThat(papers()).allSatisfy(paper -> {
            assertThat(paper.metadata().year()).as(paper.id()).isBetween(1950, 2026);
            assertThat(paper.metadata().venue()).as(paper.id()).isNotBlank();
            assertThat(paper.metadata().authors()).as(paper.id()).isNotEmpty();
            for (String reference : paper.metadata().references()) {
                int row = sample.papers().row(reference);
                assertThat(row).as(reference).isNotNegative();
                assertThat(sample.papers().get(row).metadata().year())
                        .as(paper.id() + " cites " + reference)
                        .isLessThanOrEqualTo(paper.metadata().year());
            }
        });
    }

    @Test
    void noTrainingPairNamesAHeldOutPapersLabelsOrLinks() {
        Set<Integer> heldOut = new HashSet<>();
        for (Split split : new Split[] {Split.DEV, Split.TEST}) {
            heldOut.addAll(queries(Task.CLASSIFICATION, split));
            heldOut.addAll(queries(Task.LINK, split));
        }
        assertThat(queries(Task.CLASSIFICATION, Split.TRAIN)).doesNotContainAnyElementsOf(heldOut);
        assertThat(queries(Task.LINK, Split.TRAIN)).doesNotContainAnyElementsOf(heldOut);
        assertThat(candidates(Task.LINK, Split.TRAIN)).doesNotContainAnyElementsOf(heldOut);
        assertThat(candidates(Task.LINK, Split.DEV))
                .doesNotContainAnyElementsOf(queries(Task.CLASSIFICATION, Split.TEST));
    }

    @Test
    void everySplitOfATaskAsksAboutOtherQueries() {
        for (Task task : sample.tasks()) {
            assertThat(queries(task, Split.TRAIN))
                    .doesNotContainAnyElementsOf(queries(task, Split.DEV))
                    .doesNotContainAnyElementsOf(queries(task, Split.TEST));
            assertThat(queries(task, Split.DEV)).doesNotContainAnyElementsOf(queries(task, Split.TEST));
        }
    }

    @Test
    void isNotUnpackedOverAnything() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("note.txt"), "mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCollection.unpack(other))
                .withMessageContaining("other");
        assertThat(other).isDirectoryContaining("glob:**/note.txt");
    }

    private java.util.stream.Stream<Paper> papers() {
        return IntStream.range(0, sample.papers().size()).mapToObj(sample.papers()::get);
    }

    private int pairs(Task task, Split split) {
        return sample.judgements(task, split).pairs();
    }

    private Set<Integer> queries(Task task, Split split) {
        Judgements judgements = sample.judgements(task, split);
        Set<Integer> rows = new HashSet<>();
        IntStream.range(0, judgements.queries()).forEach(query -> rows.add(judgements.queryRow(query)));
        return rows;
    }

    private Set<Integer> candidates(Task task, Split split) {
        Judgements judgements = sample.judgements(task, split);
        Set<Integer> rows = new HashSet<>();
        IntStream.range(0, judgements.queries())
                .forEach(query -> Arrays.stream(judgements.candidateRows(query)).forEach(rows::add));
        return rows;
    }
}
