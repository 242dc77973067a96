package io.github.scimult.search.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map has every paper, in the unit square, in the colour of its rarest frequent label. */
class CollectionMapTest {
    private static final WordCountEncoder ENCODER = new WordCountEncoder();

    @TempDir
    private Path folder;

    /** Paper i carries "all", and label i mod 12; the last one carries none. */
    private LiteratureIndex index(int papers) throws IOException {
        Path collection = folder.resolve("papers-" + papers);
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            for (int i = 0; i < papers; i++) {
                writer.add(new Paper("p" + i, "Title " + i, "Words about thing" + i % 12 + " and more"));
            }
            writer.add(new Label("all", "Everything", ""));
            for (int label = 0; label < 12; label++) {
                writer.add(new Label("l" + label, "Label " + label, ""));
            }
            for (int i = 0; i < papers - 1; i++) {
                writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p" + i, "all", 1));
                writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p" + i, "l" + i % 12, 1));
            }
            writer.commit();
        }
        Path out = folder.resolve("index-" + papers);
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            new IndexBuilder(opened, ENCODER, (done, total) -> {}).build(out, "m", "f", () -> false);
        }
        return LiteratureIndex.open(out, ENCODER, "f");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 17})
    void everyPaperHasAPlaceInTheUnitSquare(int papers) throws IOException {
        try (LiteratureIndex index = index(papers)) {
            CollectionMap map = new MapBuilder(index, MapBuilder.PAPERS).build((done, total) -> {});
            Set<String> ids = new HashSet<>();
            for (CollectionMap.Place place : map.papers()) {
                assertThat(ids.add(place.id())).isTrue();
                assertThat(place.title()).isEqualTo("Title " + place.id().substring(1));
                assertThat(place.x()).isBetween(0f, 1f);
                assertThat(place.y()).isBetween(0f, 1f);
                assertThat(place.label()).isBetween(-1, map.labels().size() - 1);
            }
            assertThat(ids).hasSize(papers);
        }
    }

    @Test
    void theMostFrequentLabelsHaveColoursAndTheRarestOfAPaperIsItsOwn() throws IOException {
        try (LiteratureIndex index = index(60)) {
            CollectionMap map = new MapBuilder(index, MapBuilder.PAPERS).build((done, total) -> {});
            // Label 11 has one paper less, for the last paper carries nothing; of equal ones the first by id.
            assertThat(map.labels()).hasSize(10).first().isEqualTo(new CollectionMap.MapLabel("all", "Everything"));
            assertThat(map.labels())
                    .extracting(CollectionMap.MapLabel::id)
                    .doesNotContain("l11")
                    .contains("l0", "l10");
            for (CollectionMap.Place place : map.papers()) {
                int number = Integer.parseInt(place.id().substring(1));
                if (number == 59) {
                    assertThat(place.label()).isEqualTo(-1);
                } else if (map.labels().stream().anyMatch(label -> label.id().equals("l" + number % 12))) {
                    assertThat(map.labels().get(place.label()).id()).isEqualTo("l" + number % 12);
                } else {
                    assertThat(place.label()).isZero();
                }
            }
        }
    }

    @Test
    void theSameIndexGivesTheSameMapAndOneOfFewerPapersASample() throws IOException {
        try (LiteratureIndex index = index(60)) {
            CollectionMap map = new MapBuilder(index, MapBuilder.PAPERS).build((done, total) -> {});
            List<Integer> heard = new ArrayList<>();
            assertThat(new MapBuilder(index, MapBuilder.PAPERS).build((done, total) -> heard.add(total - done)))
                    .isEqualTo(map);
            assertThat(heard)
                    .isSortedAccordingTo((one, other) -> Integer.compare(other, one))
                    .endsWith(0);
            CollectionMap sample = new MapBuilder(index, 20).build((done, total) -> {});
            assertThat(sample.papers())
                    .hasSize(20)
                    .extracting(CollectionMap.Place::id)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aMapIsKeptAsJson() throws IOException {
        CollectionMap map = new CollectionMap(
                List.of(new CollectionMap.Place("p", "\"Q\" <b> 漢", 0.25f, 1, -1)),
                List.of(new CollectionMap.MapLabel("l", "Label")),
                List.of());
        assertThat(MapFile.isIn(folder)).isFalse();
        MapFile.write(folder, map);
        assertThat(MapFile.isIn(folder)).isTrue();
        JsonNode paper = Json.MAPPER
                .readTree(Files.readString(MapFile.of(folder)))
                .path("papers")
                .path(0);
        assertThat(paper.path("title").asText()).isEqualTo("\"Q\" <b> 漢");
        assertThat(paper.path("x").asDouble()).isCloseTo(0.25, within(1e-9));
        assertThat(paper.path("label").asInt()).isEqualTo(-1);
    }

    @Test
    void pointsAtOnePlaceAreNoReasonToFail() {
        float[][] equal = new float[30][4];
        for (float[] vector : equal) {
            vector[1] = 2;
        }
        NeighbourGraph graph = NeighbourGraph.of(equal, 5);
        assertThat(graph.weights()).containsOnly(1);
        float[][] points = PrincipalPlane.of(equal, 5, 1);
        MapLayout.run(graph, points, 20, 1, done -> {});
        for (float[] point : points) {
            assertThat(Float.isFinite(point[0]) && Float.isFinite(point[1])).isTrue();
        }
        NeighbourGraph ofZeros = NeighbourGraph.of(new float[6][3], 2);
        for (float weight : ofZeros.weights()) {
            assertThat(weight).isBetween(0f, 1f);
        }
    }
}
