package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index answers by words, by vectors and by both, and survives being stopped while it is made. */
class LiteratureIndexTest {
    private static final TextEncoder ENCODER = IndexFixture.ENCODER;
    private static final String FINGERPRINT = IndexFixture.FINGERPRINT;

    @TempDir
    private Path folder;

    private Path small() throws IOException {
        return IndexFixture.small(folder.resolve("small"));
    }

    private Path index(Path collection) throws IOException {
        return IndexFixture.index(collection, folder.resolve("index"));
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.paper().id()).toList();
    }

    @Test
    void papersAreFoundByWordsByVectorsAndByBothAndSayWhy() throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(index(small()), ENCODER, FINGERPRINT)) {
            SegmentedText query = SegmentedText.of("finding texts");
            for (double weight : new double[] {0, 0.2, Double.POSITIVE_INFINITY}) {
                assertThat(ids(index.papers(
                                PaperQuery.of(Task.SEARCH, query).limit(1).bm25Weight(weight))))
                        .containsExactly("3");
            }
            SearchHit first =
                    index.papers(PaperQuery.of(Task.SEARCH, query).limit(3)).getFirst();
            assertThat(first.bm25Rank()).isEqualTo(1);
            assertThat(first.denseRank()).isEqualTo(1);
            assertThat(first.paper().venue()).isEqualTo("SIGIR");
            assertThat(first.paper().references()).containsExactly("9");
        }
    }

    @Test
    void papersOfTheSameTitleAreGivenOnce() throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(index(small()), ENCODER, FINGERPRINT)) {
            assertThat(ids(index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("graph drawing"))
                            .limit(9))))
                    .doesNotHaveDuplicates()
                    .containsAnyOf("1", "2")
                    .hasSize(3);
        }
    }

    @Test
    void papersWithoutATitleAreNoCopiesOfEachOther() throws IOException {
        Path collection = folder.resolve("untitled");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            writer.add(new Paper("1", "", "Layouts of graphs."));
            writer.add(new Paper("2", "", "Layouts of trees."));
            writer.commit();
        }
        try (LiteratureIndex index = LiteratureIndex.open(index(collection), ENCODER, FINGERPRINT)) {
            assertThat(ids(index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("layouts"))
                            .limit(9))))
                    .containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void asManyAnswersAreGivenAsAreAskedForByVectorsAlone() throws IOException {
        Path collection = folder.resolve("many");
        SyntheticCollection.generate(collection, SyntheticSettings.of(600, 20, 5));
        try (LiteratureIndex index = LiteratureIndex.open(index(collection), ENCODER, FINGERPRINT)) {
            List<SearchHit> hits = index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("any words"))
                    .limit(400)
                    .bm25Weight(0));
            assertThat(hits).hasSizeGreaterThan(300).allMatch(hit -> hit.denseRank() > 0 && hit.bm25Rank() == 0);
        }
    }

    @Test
    void filtersHoldForWordsAndVectors() throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(index(small()), ENCODER, FINGERPRINT)) {
            SegmentedText query = SegmentedText.of("graphs");
            assertThat(ids(index.papers(PaperQuery.of(Task.SEARCH, query)
                            .among(new SearchFilter(2000, 2015, null, null, null))
                            .limit(9))))
                    .containsExactlyInAnyOrder("2", "3");
            assertThat(ids(index.papers(PaperQuery.of(Task.SEARCH, query)
                            .among(new SearchFilter(null, null, "icml", null, null))
                            .limit(9))))
                    .containsExactly("4");
            assertThat(ids(index.papers(PaperQuery.of(Task.SEARCH, query)
                            .among(new SearchFilter(null, 2005, null, "ANN", null))
                            .limit(9))))
                    .containsExactly("1");
            assertThat(ids(index.papers(PaperQuery.of(Task.SEARCH, query)
                            .among(new SearchFilter(null, null, null, null, "g"))
                            .limit(9))))
                    .containsExactly("1");
        }
        assertThatThrownBy(() -> new SearchFilter(2010, 2000, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2010");
    }

    @Test
    void labelsAreNearestFirstAndPapersCarryThoseOfAllSplits() throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(index(small()), ENCODER, FINGERPRINT)) {
            assertThat(index.labels(SegmentedText.of("things with edges"), 2))
                    .extracting(hit -> hit.label().id())
                    .containsExactly("g", "t");
            assertThat(index.label("g"))
                    .contains(new IndexedLabel("g", "graphs", "things with edges", List.of(), List.of()));
            assertThat(index.paper("1").orElseThrow().labels()).containsExactly("g");
            assertThat(index.paper("3").orElseThrow().labels()).containsExactly("t");
            assertThat(index.paper("g")).isEmpty();
        }
    }

    @Test
    void anIndexThatWasStoppedAgainAndAgainEndsAsOneThatWasNot() throws IOException {
        Path collection = folder.resolve("many");
        SyntheticCollection.generate(collection, SyntheticSettings.of(1500, 20, 5));
        Path out = folder.resolve("stopped");
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            IndexBuilder builder = new IndexBuilder(opened, ENCODER, (done, total) -> {});
            boolean whole = false;
            for (int call = 0; call < 10 && !whole; call++) {
                int[] asked = {0};
                int pieces = call == 0 ? 0 : 1; // the first call is stopped before any paper is in
                whole = builder.build(out, "m", FINGERPRINT, () -> asked[0]++ >= pieces);
                if (!whole) {
                    assertThatThrownBy(() -> LiteratureIndex.open(out, ENCODER, FINGERPRINT))
                            .isInstanceOf(BadDataException.class)
                            .hasMessageContaining("is not whole");
                }
            }
            assertThat(whole).isTrue();
            try (LiteratureIndex parts = LiteratureIndex.open(out, ENCODER, FINGERPRINT);
                    LiteratureIndex one = LiteratureIndex.open(index(collection), ENCODER, FINGERPRINT)) {
                SegmentedText text = opened.papers().get(700).segments();
                PaperQuery question = PaperQuery.of(Task.LINK, text).limit(20).bm25Weight(Double.POSITIVE_INFINITY);
                assertThat(ids(parts.papers(question))).isEqualTo(ids(one.papers(question)));
                assertThat(parts.labels(text, 1000))
                        .extracting(hit -> hit.label().id())
                        .doesNotHaveDuplicates()
                        .hasSize(opened.labels().size());
                for (int row : new int[] {0, 511, 512, 1499}) {
                    assertThat(parts.paper(opened.papers().id(row))).isPresent();
                }
            }
        }
    }

    @Test
    void theNearestAreAlmostAlwaysThoseOfTheExactSearch() throws IOException {
        Path collection = folder.resolve("many");
        SyntheticCollection.generate(collection, SyntheticSettings.of(1200, 20, 5));
        try (LiteratureCollection opened = LiteratureCollection.open(collection);
                LiteratureIndex index = LiteratureIndex.open(index(collection), ENCODER, FINGERPRINT)) {
            List<SegmentedText> texts = new ArrayList<>();
            for (int row = 0; row < opened.papers().size(); row++) {
                texts.add(opened.papers().get(row).segments());
            }
            float[][] vectors = ENCODER.encode(texts, Task.LINK);
            int found = 0;
            for (int query = 0; query < 50; query++) {
                int asked = query;
                List<String> exact = java.util.stream.IntStream.range(0, vectors.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -cosine(vectors[asked], vectors[row])))
                        .limit(10)
                        .map(row -> opened.papers().id(row))
                        .toList();
                found += (int)
                        ids(index.papers(PaperQuery.of(Task.LINK, texts.get(query))
                                        .limit(10)
                                        .bm25Weight(0)))
                                .stream()
                                .filter(exact::contains)
                                .count();
            }
            assertThat(found / 500.0).isGreaterThan(0.95);
        }
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return dot / Math.sqrt(first * second);
    }

    @Test
    void anotherModelsVectorsAndAnotherCollectionAreRefused() throws IOException {
        Path out = index(small());
        assertThatThrownBy(() -> LiteratureIndex.open(out, ENCODER, "another"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("was made with the model m");
        Path other = folder.resolve("other");
        SyntheticCollection.generate(other, SyntheticSettings.of(20, 20, 5));
        try (LiteratureCollection opened = LiteratureCollection.open(other)) {
            assertThatThrownBy(() -> new IndexBuilder(opened, ENCODER, (done, total) -> {})
                            .build(out, "m", FINGERPRINT, () -> false))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("another collection");
        }
        assertThatThrownBy(() -> LiteratureIndex.open(folder, ENCODER, FINGERPRINT))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("./scimult index");
    }
}
