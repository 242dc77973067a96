package io.github.scimult.core.collection.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticCollectionTest {
    private static final SyntheticSettings SETTINGS = new SyntheticSettings(600, 80, 12, 60, 3, 5);

    @TempDir
    Path temporary;

    @Test
    void everythingAskedForIsThere() throws IOException {
        try (LiteratureCollection collection = generate("c", SETTINGS)) {
            assertThat(collection.papers().size()).isEqualTo(600);
            assertThat(collection.papers().get(599).text().split(" ")).hasSize(80);
            assertThat(collection.labels().size()).isEqualTo(12 + 2);
            assertThat(collection.queries().size()).isEqualTo(60);
            assertThat(collection.tasks()).containsExactly(Task.CLASSIFICATION, Task.LINK, Task.SEARCH);
            for (Task task : collection.tasks()) {
                assertThat(collection.splits(task)).containsExactly(Split.TRAIN, Split.DEV, Split.TEST);
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameFiles() throws IOException {
        SyntheticSettings otherSeed = new SyntheticSettings(600, 80, 12, 60, 3, 6);
        try (LiteratureCollection first = generate("1", SETTINGS);
                LiteratureCollection second = generate("2", SETTINGS);
                LiteratureCollection other = generate("3", otherSeed)) {
            assertThat(first.fingerprint()).isEqualTo(second.fingerprint()).isNotEqualTo(other.fingerprint());
        }
    }

    @Test
    void labelsLinksAndQueriesCanBeTakenFromTheWords() throws IOException {
        try (LiteratureCollection collection = generate("c", SETTINGS)) {
            assertSharedWordsTell(collection, collection.labels(), Task.CLASSIFICATION);
            assertSharedWordsTell(collection, collection.papers(), Task.LINK);
        }
    }

    /** Of a query and a candidate that belong together, more words occur in both than of a query and any other. */
    private static void assertSharedWordsTell(
            LiteratureCollection collection, RecordStore<? extends CollectionRecord> candidates, Task task) {
        Judgements judgements = collection.judgements(task, Split.DEV);
        double together = 0;
        double apart = 0;
        for (int i = 0; i < judgements.queries(); i++) {
            Set<String> words = madeWords(collection.papers().get(judgements.queryRow(i)));
            int positive = judgements.candidateRows(i)[0];
            int stranger = (positive + 7) % candidates.size();
            together += shared(words, candidates.get(positive));
            apart += shared(words, candidates.get(stranger));
        }
        assertThat(together).isGreaterThan(3 * apart);
    }

    private static long shared(Set<String> words, CollectionRecord candidate) {
        return madeWords(candidate).stream().filter(words::contains).count();
    }

    /** The words of two-letter syllables, three or more of them. */
    private static Set<String> madeWords(CollectionRecord record) {
        List<String> words =
                Arrays.asList(record.segments().plain().toLowerCase(Locale.ROOT).split("[^a-z]+"));
        Set<String> made = new HashSet<>(words);
        made.removeIf(word -> !word.matches("([bdfghklmnprstvz][aeiou]){3,}"));
        return made;
    }

    @Test
    void aPaperCitesHalfOfTheReferencesThatItMayHaveOnAverage() throws IOException {
        try (LiteratureCollection collection = generate("c", SETTINGS.withReferences(20))) {
            RecordStore<Paper> papers = collection.papers();
            double mean = IntStream.range(300, 600)
                    .map(row -> papers.get(row).metadata().references().size())
                    .average()
                    .orElseThrow();
            assertThat(mean).isBetween(8.0, 12.0);
        }
    }

    @Test
    void absurdSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticSettings.of(0, 80, 1))
                .withMessage("papers must be at least 1, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> SyntheticSettings.of(10, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SyntheticSettings(10, 80, 4, 11, 3, 1));
    }

    @Test
    void onePaperIsACollection() throws IOException {
        try (LiteratureCollection collection = generate("c", SyntheticSettings.of(1, 1, 1))) {
            assertThat(collection.papers().size()).isEqualTo(1);
        }
    }

    private LiteratureCollection generate(String name, SyntheticSettings settings) throws IOException {
        SyntheticCollection.generate(temporary.resolve(name), settings);
        return LiteratureCollection.open(temporary.resolve(name));
    }
}
