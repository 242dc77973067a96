package io.github.scimult.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every library, whatever is in it. */
class LibraryPropertiesTest {
    private static final List<String> SUBJECTS = List.of("graphs", "proteins", "markets", "rivers");

    @TempDir
    private static Path folder;

    private static LiteratureModel model; // closed with the library
    private static PaperLibrary library;

    @BeforeAll
    static void open() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            for (int i = 0; i < 12; i++) {
                writer.add(paper(i, List.of("p" + (i + 4) % 12)));
            }
            for (String subject : SUBJECTS) {
                writer.add(new Label(subject, subject, "the study of " + subject));
            }
            writer.commit();
        }
        Path index = folder.resolve("index");
        model = LiteratureModel.open(LiteratureModel.BUILT_IN);
        try (LiteratureCollection collection = LiteratureCollection.open(papers)) {
            new IndexBuilder(collection, model.encoder(), (done, total) -> {})
                    .build(index, LiteratureModel.BUILT_IN, model.fingerprint(), () -> false);
        }
        library = PaperLibrary.open(index, model);
    }

    @AfterAll
    static void close() throws IOException {
        library.close();
    }

    /** Paper i is about subject i mod 4 and cites the paper four after it. */
    private static Paper paper(int number, List<String> references) {
        String subject = SUBJECTS.get(number % 4);
        return new Paper(
                "p" + number,
                "Notes " + number + " on " + subject,
                "We study " + subject + " in case " + number + ".",
                new PaperMetadata(2000 + number, "", List.of(), references, Map.of()));
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.paper().id()).toList();
    }

    @Test
    void fewerResultsAreTheBeginningOfMore() throws IOException {
        for (String query : List.of("graphs", "case 7", "study of rivers and markets")) {
            List<String> all = ids(library.search(query, 12));
            assertThat(all).doesNotHaveDuplicates();
            for (int limit = 1; limit < 12; limit++) {
                assertThat(ids(library.search(query, limit))).isEqualTo(all.subList(0, Math.min(limit, all.size())));
            }
        }
    }

    @Test
    void resultsComeByFallingScores() throws IOException {
        for (String subject : SUBJECTS) {
            List<SearchHit> hits = library.search(subject, 12);
            assertThat(hits.getFirst().paper().title()).endsWith(subject);
            for (int rank = 1; rank < hits.size(); rank++) {
                assertThat(hits.get(rank).score())
                        .isLessThanOrEqualTo(hits.get(rank - 1).score());
            }
        }
    }

    @Test
    void aPaperIsRecommendedNeitherItselfNorWhatItCites() throws IOException {
        for (int i = 0; i < 12; i++) {
            assertThat(ids(library.cite("p" + i, 12)))
                    .doesNotContain("p" + i, "p" + (i + 4) % 12)
                    .isNotEmpty();
            Paper asked = paper(i, List.of());
            assertThat(ids(library.cite(SegmentedText.of(asked.title(), asked.text()), 12)))
                    .doesNotContain("p" + i);
        }
    }

    @Test
    void aPaperThatIsAddedAndDeletedLeavesTheAnswersAsTheyWere() throws IOException {
        List<String> before = ids(library.search("graphs", 12));
        library.add(List.of(new Paper("new", "Graphs, graphs", "Only graphs.")));
        assertThat(ids(library.search("graphs", 12))).contains("new");
        library.delete("new");
        assertThat(ids(library.search("graphs", 12))).isEqualTo(before);
        library.delete("never there");
        assertThat(ids(library.search("graphs", 12))).isEqualTo(before);
    }

    @Test
    void aPaperThatIsAddedAgainIsReplacedAndNotDoubled() throws IOException {
        Paper first = new Paper("again", "Volcanoes of old", "They erupt.");
        library.add(List.of(first));
        library.add(List.of(new Paper("again", "Volcanoes renewed", "They sleep.")));
        assertThat(library.search("volcanoes", 12).stream()
                        .filter(hit -> hit.paper().id().equals("again"))
                        .map(hit -> hit.paper().title()))
                .containsExactly("Volcanoes renewed");
        library.delete("again");
    }

    @Test
    void tagsComeByFallingScoresAndTheNamedLabelFirst() throws IOException {
        for (String subject : SUBJECTS) {
            List<Tag> tags = library.tag(SegmentedText.of("On " + subject), 4);
            assertThat(tags.getFirst().label().id()).isEqualTo(subject);
            assertThat(tags.getFirst().named()).isTrue();
            for (int rank = 1; rank < tags.size(); rank++) {
                assertThat(tags.get(rank).score())
                        .isLessThanOrEqualTo(tags.get(rank - 1).score());
            }
        }
    }

    @Test
    void vectorsDoNotDependOnWhatIsEmbeddedBesideThem() {
        List<SegmentedText> texts = IntStream.range(0, 5)
                .mapToObj(i -> SegmentedText.of("word ".repeat(1 + 7 * i) + SUBJECTS.get(i % 4)))
                .toList();
        float[][] together = model.embed(Task.SEARCH, texts);
        for (int i = 0; i < texts.size(); i++) {
            float[] alone = model.embed(Task.SEARCH, List.of(texts.get(i)))[0];
            assertThat(model.similarity(alone, together[i])).isCloseTo(model.similarity(alone, alone), within(1e-4));
        }
        float[] one = together[0];
        assertThat(model.similarity(one, together[1])).isEqualTo(model.similarity(together[1], one));
    }

    @Test
    void vectorsOfDifferentLengthsAreNotCompared() {
        for (float[][] pair : List.of(new float[][] {{1, 2}, {1, 2, 3}}, new float[][] {{1, 2, 3}, {1, 2}})) {
            assertThatThrownBy(() -> model.similarity(pair[0], pair[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2")
                    .hasMessageContaining("3");
        }
    }
}
