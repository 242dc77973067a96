package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapBuilder;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes of no paper, of one, of equal ones and of odd ones, and folders that are no index. */
class IndexExtremesTest {
    @TempDir
    private Path folder;

    private Path index(Paper... papers) throws IOException {
        Path collection = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            for (Paper paper : papers) {
                writer.add(paper);
            }
            writer.commit();
        }
        return IndexFixture.index(collection, folder.resolve("index"));
    }

    private static Paper paper(int number, String title) {
        return new Paper("p" + number, title, "About " + title + ".");
    }

    private static LiteratureIndex open(Path index) throws IOException {
        return LiteratureIndex.open(index, IndexFixture.ENCODER, IndexFixture.FINGERPRINT);
    }

    private static List<String> found(LiteratureIndex index, String query) throws IOException {
        return index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of(query))).stream()
                .map(SearchHit::paper)
                .map(IndexedPaper::id)
                .toList();
    }

    @Test
    void anIndexWithoutLabelsHasNoneAndIsSearchedAllTheSame() throws IOException {
        try (LiteratureIndex index = open(index(paper(1, "graphs")))) {
            assertThat(index.labels()).isEmpty();
            assertThat(index.labels(SegmentedText.of("graphs"), 5)).isEmpty();
            assertThat(index.label("none")).isEmpty();
            assertThat(found(index, "graphs")).containsExactly("p1");
        }
    }

    @Test
    void anIndexFromWhichEveryPaperWasDeletedFindsNothing() throws IOException {
        Path folderOfIndex = index(paper(1, "graphs"), paper(2, "trees"));
        try (IndexUpdate update = IndexUpdate.open(folderOfIndex, IndexFixture.ENCODER, IndexFixture.FINGERPRINT);
                LiteratureIndex index =
                        LiteratureIndex.open(folderOfIndex, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            update.deletePaper("p1");
            update.deletePaper("p2");
            update.deletePaper("p2");
            update.commit();
            index.refresh();
            assertThat(index.papers()).isZero();
            assertThat(found(index, "graphs")).isEmpty();
            assertThat(index.recall(Task.SEARCH, 5, 10, 1))
                    .satisfiesAnyOf(
                            recall -> assertThat(recall).isNaN(),
                            recall -> assertThat(recall).isBetween(0.0, 1.0));
            update.putPapers(List.of(paper(3, "graphs again")));
            update.commit();
            index.refresh();
            assertThat(found(index, "graphs")).containsExactly("p3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "…", "\t\n", "!!!", "数", "😀", "the of and"})
    void aQueryOfNoWordsIsNoError(String query) throws IOException {
        try (LiteratureIndex index = open(index(paper(1, "graphs"), paper(2, "trees")))) {
            assertThat(found(index, query)).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aPaperOfTenThousandWordsIsIndexedWhole() throws IOException {
        Paper book = new Paper("book", "A book", "word ".repeat(10_000) + "quetzalcoatl");
        try (LiteratureIndex index = open(index(book, paper(2, "trees")))) {
            assertThat(found(index, "quetzalcoatl")).contains("book");
            assertThat(index.paper("book").orElseThrow().text()).endsWith("quetzalcoatl");
        }
    }

    @Test
    void referencesAndDoisAsLongAsATextAreNoTermsAndCostNoPaper() throws IOException {
        String text = "10.1000/" + "x".repeat(40_000);
        PaperMetadata metadata = new PaperMetadata(2020, "", List.of(), List.of(text, "p2"), Map.of("doi", text));
        try (LiteratureIndex index = open(index(new Paper("p1", "graphs", "", metadata), paper(2, "trees")))) {
            assertThat(found(index, "graphs")).contains("p1");
            assertThat(index.paper("p1").orElseThrow().references()).containsExactly("p2");
        }
    }

    @Test
    void authorsAndVenuesAsLongAsAPageAreNotCountedAndCostNoPaper() throws IOException {
        PaperMetadata metadata =
                new PaperMetadata(2020, "v".repeat(40_000), List.of("a".repeat(40_000), "Ann"), List.of(), Map.of());
        try (LiteratureIndex index = open(index(new Paper("p1", "graphs", "", metadata), paper(2, "trees")))) {
            assertThat(found(index, "graphs")).contains("p1");
            assertThat(index.paper("p1").orElseThrow().authors()).hasSize(2);
            assertThat(index.browsing()
                            .matching(PaperQuery.of(Task.SEARCH, SegmentedText.of("graphs")), true)
                            .facets()
                            .toString())
                    .contains("Ann")
                    .doesNotContain("aaaa", "vvvv");
        }
    }

    @Test
    void labelsChangeNoScoreOfAPaper() throws IOException {
        List<Float> scores = new ArrayList<>();
        for (int labels : List.of(0, 50)) {
            Path collection = folder.resolve("with-" + labels);
            try (CollectionWriter writer = CollectionWriter.create(collection)) {
                for (int number = 0; number < 5; number++) {
                    writer.add(paper(number, number % 2 == 0 ? "graphs" : "trees of graphs"));
                }
                for (int number = 0; number < labels; number++) {
                    writer.add(new Label("l" + number, "graphs and trees", "all graphs"));
                }
                writer.commit();
            }
            try (LiteratureIndex index = open(IndexFixture.index(collection, folder.resolve("index-" + labels)))) {
                index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("trees of graphs")))
                        .forEach(hit -> scores.add(hit.bm25Score()));
            }
        }
        assertThat(scores.subList(0, scores.size() / 2))
                .isNotEmpty()
                .isEqualTo(scores.subList(scores.size() / 2, scores.size()));
    }

    @Test
    void anIndexThatWasBuiltInManyPiecesEndsWithFewSegments() throws IOException {
        Path collection = folder.resolve("many");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            for (int number = 0; number < 16 * 512; number++) {
                writer.add(new Paper("p" + number, "w" + number % 97, ""));
            }
            writer.commit();
        }
        Path out = folder.resolve("index");
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            boolean whole = false;
            while (!whole) { // each piece is a segment
                AtomicInteger asked = new AtomicInteger();
                whole = new IndexBuilder(opened, IndexFixture.ENCODER, (done, total) -> {})
                        .build(out, "m", IndexFixture.FINGERPRINT, () -> asked.getAndIncrement() > 0);
            }
        }
        try (IndexedRecords records = IndexedRecords.open(out)) {
            assertThat(records.segments()).isLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<i>graphs</i>", "graphs&amp;", "<jats:p>graphs</jats:p>", "title:<b>graphs</b>"})
    void markupOfPublishersIsNoPartOfAQuery(String query) throws IOException {
        try (LiteratureIndex index = open(index(paper(1, "graphs"), paper(2, "jats amp i p b")))) {
            assertThat(found(index, query)).first().isEqualTo("p1");
            assertThat(index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of(query)))
                            .getFirst()
                            .score())
                    .isEqualTo(index.papers(PaperQuery.of(
                                    Task.SEARCH,
                                    SegmentedText.of(query.startsWith("title:") ? "title:graphs" : "graphs")))
                            .getFirst()
                            .score());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1000/182", "a b", "größe", "数据", "p1 OR p2", "*", "id:1", "😀"})
    void anIdOfAnyCharactersIsFoundByItself(String id) throws IOException {
        try (LiteratureIndex index = open(index(new Paper(id, "graphs", ""), paper(2, "trees")))) {
            assertThat(index.paper(id)).map(IndexedPaper::id).hasValue(id);
            assertThat(index.paper(id + "x")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 20})
    void aMapOfFewPapersHasAPlaceForEach(int papers) throws IOException {
        Paper[] all = new Paper[papers];
        for (int number = 0; number < papers; number++) {
            all[number] = paper(number, number % 2 == 0 ? "graphs " + number : "cooking " + number);
        }
        try (LiteratureIndex index = open(index(all))) {
            CollectionMap map = new MapBuilder(index, 50).build((done, total) -> {});
            assertPlaces(map, papers);
        }
    }

    @Test
    void aMapOfEqualPapersHasAPlaceForEach() throws IOException {
        Paper[] all = new Paper[12];
        for (int number = 0; number < all.length; number++) {
            all[number] = new Paper("p" + number, "the same", "text");
        }
        try (LiteratureIndex index = open(index(all))) {
            assertPlaces(new MapBuilder(index, 50).build((done, total) -> {}), 12);
        }
    }

    @Test
    void aMapOfTooManyPapersHasASample() throws IOException {
        Paper[] all = new Paper[30];
        for (int number = 0; number < all.length; number++) {
            all[number] = paper(number, "paper " + number);
        }
        Path made = index(all);
        try (LiteratureIndex index = open(made)) {
            CollectionMap map = new MapBuilder(index, 10).build((done, total) -> {});
            assertPlaces(map, 10);
            assertThat(map).isEqualTo(new MapBuilder(index, 10).build((done, total) -> {}));
            assertThat(MapFile.isIn(made)).isFalse();
            MapFile.write(made, map);
            assertThat(Files.readString(MapFile.of(made))).contains("\"papers\":[");
        }
    }

    private static void assertPlaces(CollectionMap map, int papers) {
        assertThat(map.papers()).hasSize(papers).allSatisfy(place -> {
            assertThat(place.x()).isBetween(0f, 1f);
            assertThat(place.y()).isBetween(0f, 1f);
            assertThat(place.label()).isEqualTo(-1);
        });
        assertThat(map.papers().stream().map(CollectionMap.Place::id)).doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatIsNoIndexIsRefusedByItsName() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path none : List.of(empty, folder.resolve("nowhere"))) {
            assertThatThrownBy(() -> open(none))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining(none.toString());
            assertThatThrownBy(() -> LiteratureIndex.facts(none)).hasMessageContaining(none.toString());
        }
    }

    @Test
    void whatAnIndexWasMadeOfIsKeptWithIt() throws IOException {
        IndexFacts facts = LiteratureIndex.facts(index(paper(1, "graphs")));
        assertThat(facts.collection()).isEqualTo("papers");
        assertThat(facts.model()).isEqualTo("m");
        assertThat(facts.vectors()).isEqualTo(VectorStorage.FLOAT32);
        assertThat(facts.papers()).isEqualTo(1);
        assertThat(facts.finished()).isTrue();
    }

    @Test
    void aLabelThatReplacesAnotherTakesItsPlaceAlone() throws IOException {
        Path made = index(paper(1, "graphs"));
        try (IndexUpdate update = IndexUpdate.open(made, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            update.putLabels(List.of(new Label("g", "graphs", ""), new Label("t", "trees", "")));
            update.putLabels(List.of(new Label("g", "networks", "")));
            update.commit();
        }
        try (LiteratureIndex index = LiteratureIndex.open(made, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            assertThat(index.labels()).extracting("name").containsExactlyInAnyOrder("networks", "trees");
            assertThat(index.papers()).isEqualTo(1);
        }
    }
}
