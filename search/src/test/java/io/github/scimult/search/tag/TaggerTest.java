package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexUpdate;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before anything is learned, names, similar papers and vectors suggest labels. */
class TaggerTest {
    @TempDir
    private Path folder;

    private LiteratureIndex index;
    private Tagger tagger;

    @BeforeEach
    void open() throws IOException {
        Path papers = LabelledCollection.write(folder.resolve("papers"), 0);
        try (LiteratureCollection collection = LiteratureCollection.open(papers)) {
            index = LabelledCollection.index(collection, folder.resolve("index"), Set.of(Split.TRAIN));
        }
        tagger = new Tagger(index, TagModel.UNTAUGHT);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void add(Label... labels) throws IOException {
        try (IndexUpdate update = IndexUpdate.open(folder.resolve("index"), LabelledCollection.ENCODER, "f")) {
            update.putLabels(List.of(labels));
            update.commit();
        }
        index.refresh();
    }

    private List<String> named(String... segments) throws IOException {
        return tagger.tags(SegmentedText.of(segments), Set.of(), 99, true).stream()
                .filter(Tag::named)
                .map(tag -> tag.label().id())
                .sorted()
                .toList();
    }

    private List<String> ids(String text, boolean broader) throws IOException {
        return tagger.tags(SegmentedText.of(text), Set.of(), 9, broader).stream()
                .map(tag -> tag.label().id())
                .toList();
    }

    @Test
    void aLabelThatOnlySimilarPapersCarryIsFound() throws IOException {
        Tag first = tagger.tags(SegmentedText.of("Method 3 of riversologists."), Set.of(), 9, true).stream()
                .filter(tag -> !tag.label().id().equals("all"))
                .findFirst()
                .orElseThrow();
        assertThat(first.label().id()).isEqualTo("rivers");
        assertThat(first.neighbours()).isGreaterThan(0.5);
        assertThat(first.named()).isFalse();
        assertThat(first.probability()).isNaN();
    }

    @Test
    void whatTheNearestPapersCarryIsToldFromWhatManyDo() throws IOException {
        String word = "riversologists ";
        Tag rivers = tagger.tags(SegmentedText.of(word.repeat(5)), Set.of(), 9, true).stream()
                .filter(tag -> tag.label().id().equals("rivers"))
                .findFirst()
                .orElseThrow();
        // Twenty labelled papers of 120 have this word, so of a hundred near ones most are about something else.
        FeatureRow row = rivers.evidence();
        assertThat(row.get(Feature.NEAREST_DENSE_NEIGHBOURS)).isBetween(0.9, 1.0);
        assertThat(row.get(Feature.WIDE_DENSE_NEIGHBOURS)).isBetween(0.2, 0.9);
        assertThat(row.get(Feature.WIDE_LEXICAL_NEIGHBOURS)).isCloseTo(1, within(1e-6));
    }

    @Test
    void theMoreSpecificOfTwoRelatedLabelsIsSuggestedUnlessItIsClearlyLessLikely() throws IOException {
        assertThat(ids("everything on graphs", true)).contains("all", "graphs");
        assertThat(ids("everything on graphs", false)).contains("graphs").doesNotContain("all");
        assertThat(ids("everything", false).getFirst()).isEqualTo("all");
    }

    @Test
    void labelsThatRulesExcludeGiveTheirPlacesToOthers() throws IOException {
        SegmentedText text = SegmentedText.of("everything on graphs");
        assertThat(tagger.tags(text, Set.of(), new LabelRules(List.of("graphs"), List.of()), 1, false))
                .extracting(tag -> tag.label().id())
                .containsExactly("all");
    }

    @Test
    void namesAreTakenAsWholeWordsAndSynonymsAndNaturalOrderCount() throws IOException {
        add(
                new Label("c", "C", ""),
                new Label("c++", "C++", ""),
                new Label("breast", "Neoplasms, Breast", "", List.of("mammary cancer"), List.of()));

        assertThat(named("Vitamin C against the common cold")).isEmpty();
        assertThat(named("Templates of C++")).containsExactly("c++");
        assertThat(named("Written in C.")).containsExactly("c");
        assertThat(named("Breast neoplasms of mice")).containsExactly("breast");
        assertThat(named("On mammary cancer")).containsExactly("breast");
        assertThat(named("On mammary", "cancer of the skin")).isEmpty();
    }

    @Test
    void aLabelOfWhichTheStemsAreInASentenceIsSuggestedFirst() throws IOException {
        add(new Label("nets", "Neural Network", ""));

        assertThat(ids("On networks that are neurally inspired", true).getFirst())
                .isEqualTo("nets");
        assertThat(named("On networks that are neurally inspired")).isEmpty();
    }
}
