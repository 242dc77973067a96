package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How answers are put in order: by which vectors, by what words count, and how unlike each other they are to be. */
class PaperRankingTest {
    @TempDir
    private Path folder;

    private Path generated() throws IOException {
        Path collection = folder.resolve("generated");
        SyntheticCollection.generate(collection, SyntheticSettings.of(800, 30, 5));
        return collection;
    }

    private LiteratureIndex index(Path collection, String name, VectorStorage stored) throws IOException {
        Path out = IndexFixture.index(collection, folder.resolve(name), stored);
        return LiteratureIndex.open(out, IndexFixture.ENCODER, IndexFixture.FINGERPRINT);
    }

    private static List<SearchHit> byVectors(LiteratureIndex index, String text) throws IOException {
        return index.papers(PaperQuery.of(Task.LINK, SegmentedText.of(text)).bm25Weight(0));
    }

    @Test
    void vectorsOfOneByteANumberFindTheSameAndScoreByTheWholeOnes() throws IOException {
        Path collection = generated();
        try (LiteratureIndex whole = index(collection, "whole", VectorStorage.FLOAT32);
                LiteratureIndex bytes = index(collection, "bytes", VectorStorage.INT8);
                LiteratureCollection opened = LiteratureCollection.open(collection)) {
            assertThat(bytes.facts().vectors()).isEqualTo(VectorStorage.INT8);
            int same = 0;
            for (int row = 0; row < 40; row++) {
                List<SearchHit> exact =
                        byVectors(whole, opened.papers().get(row).text());
                List<SearchHit> found =
                        byVectors(bytes, opened.papers().get(row).text());
                assertThat(found.getFirst().denseScore())
                        .isEqualTo(exact.getFirst().denseScore());
                List<String> ids = exact.stream().map(hit -> hit.paper().id()).toList();
                same += (int) found.stream()
                        .filter(hit -> ids.contains(hit.paper().id()))
                        .count();
            }
            assertThat(same).isGreaterThan(380);
            assertThat(bytes.recall(Task.LINK, 20, 10, 3)).isGreaterThan(0.9);
        }
    }

    @Test
    void whatWordsCountIsFittedOnDevAndKeptWithTheIndex() throws IOException {
        Path collection = generated();
        try (LiteratureIndex index = index(collection, "index", VectorStorage.FLOAT32);
                LiteratureCollection opened = LiteratureCollection.open(collection)) {
            FusionWeightTuner fitting = new FusionWeightTuner(opened, index);
            assertThat(fitting.isPossible(Task.LINK)).isTrue();
            assertThat(fitting.isPossible(Task.CLASSIFICATION)).isFalse();
            FusionWeightTuner.Outcome outcome = fitting.run(Task.LINK);
            assertThat(outcome.fittedOn() + outcome.measuredOn())
                    .isEqualTo(opened.judgements(Task.LINK, Split.DEV).queries());
            assertThat(outcome.together()).isGreaterThan(Math.min(outcome.words(), outcome.vectors()));
            assertThat(index.weights().of(Task.LINK)).isEqualTo(FusionWeights.DEFAULT);
            new FusionWeights(Map.of(TaskFamily.LINK, outcome.weight() + 7)).write(folder.resolve("index"));
        }
        FusionWeights kept = FusionWeights.read(folder.resolve("index"));
        assertThat(kept.of(Task.LINK)).isGreaterThanOrEqualTo(7);
        assertThat(kept.of(Task.SEARCH)).isEqualTo(FusionWeights.DEFAULT);
        Files.writeString(folder.resolve("index/ranking.json"), "{\"bm25Weights\": {\"link\": -1}}");
        assertThatThrownBy(() -> FusionWeights.read(folder.resolve("index")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("at least 0");
        Files.writeString(folder.resolve("index/ranking.json"), "{\"wordWeights\": {\"link\": 1}}");
        assertThatThrownBy(() -> FusionWeights.read(folder.resolve("index")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("wordWeights is called bm25Weights now");
    }

    @Test
    void aSearchFindsAuthorsAndVenuesByWordsAndAPapersTextDoesNot() throws IOException {
        Path small = IndexFixture.small(folder.resolve("small"));
        try (LiteratureIndex index = index(small, "index", VectorStorage.FLOAT32)) {
            PaperQuery bob = PaperQuery.of(Task.SEARCH, SegmentedText.of("Bob")).bm25Weight(Double.POSITIVE_INFINITY);
            assertThat(ids(index.papers(bob))).containsExactly("2");
            PaperQuery venue =
                    PaperQuery.of(Task.SEARCH, SegmentedText.of("icml")).bm25Weight(Double.POSITIVE_INFINITY);
            assertThat(ids(index.papers(venue))).containsExactly("4");
            PaperQuery text = PaperQuery.of(Task.LINK, SegmentedText.of("Bob")).bm25Weight(Double.POSITIVE_INFINITY);
            assertThat(index.papers(text)).isEmpty();
        }
    }

    @Test
    void aSearchFindsThePapersOfALabelByItsNameStillWhenTheyAreReplaced() throws IOException {
        Path collection = folder.resolve("labelled");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            writer.add(new Paper("1", "Layouts", "Where nodes go."));
            writer.add(new Paper("2", "Colours", "Which ones are told apart."));
            writer.add(new Label("v", "information visualization", ""));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "v", 1));
            writer.commit();
        }
        PaperQuery question =
                PaperQuery.of(Task.SEARCH, SegmentedText.of("visualizations")).bm25Weight(Double.POSITIVE_INFINITY);
        try (LiteratureIndex index = index(collection, "index", VectorStorage.FLOAT32)) {
            assertThat(ids(index.papers(question))).containsExactly("1");
        }
        try (IndexUpdate update =
                IndexUpdate.open(folder.resolve("index"), IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            update.putPapers(List.of(new Paper("1", "Drawings", "Where nodes go.")));
            update.commit();
        }
        try (LiteratureIndex index =
                LiteratureIndex.open(folder.resolve("index"), IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            assertThat(ids(index.papers(question))).containsExactly("1");
        }
    }

    @Test
    void byRanksTheScoreIsThatOfThePlacesAlone() throws IOException {
        try (LiteratureIndex index = index(generated(), "index", VectorStorage.FLOAT32);
                LiteratureCollection opened = LiteratureCollection.open(folder.resolve("generated"))) {
            SegmentedText text = opened.papers().get(7).segments();
            List<SearchHit> hits =
                    index.papers(PaperQuery.of(Task.LINK, text).limit(50).byRanks(true));
            for (SearchHit hit : hits) {
                double expected = (hit.bm25Rank() == 0 ? 0 : 1.0 / (60 + hit.bm25Rank()))
                        + (hit.denseRank() == 0 ? 0 : 1.0 / (60 + hit.denseRank()));
                assertThat(hit.score()).isCloseTo(expected, within(1e-12));
            }
            assertThat(hits.getFirst().paper().id()).isEqualTo(opened.papers().id(7));
        }
    }

    @Test
    void diverseAnswersPutWhatIsLikeThoseBeforeItFurtherBack() throws IOException {
        Path collection = folder.resolve("alike");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            writer.add(new Paper("1", "graphs", "graphs graphs trees"));
            writer.add(new Paper("2", "graphs again", "graphs graphs trees"));
            writer.add(new Paper("3", "graphs and rivers", "graphs rivers lakes seas"));
            writer.commit();
        }
        try (LiteratureIndex index = index(collection, "index", VectorStorage.FLOAT32)) {
            PaperQuery question = PaperQuery.of(Task.LINK, SegmentedText.of("graphs graphs graphs trees"))
                    .bm25Weight(0);
            assertThat(ids(index.papers(question))).containsExactly("1", "2", "3");
            assertThat(ids(index.papers(question.diversity(0.8)))).containsExactly("1", "3", "2");
        }
        assertThatThrownBy(() -> PaperQuery.of(Task.LINK, SegmentedText.of("x")).diversity(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 1, not 2");
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.paper().id()).toList();
    }
}
