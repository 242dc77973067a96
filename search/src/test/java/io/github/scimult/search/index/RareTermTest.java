package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms that few papers have, under an encoder that knows nothing of them. */
class RareTermTest {
    private static final int PAPERS = 400;
    private static final String[] COMMON = {
        "graphs", "layouts", "trials", "models", "methods", "data", "networks", "studies"
    };

    @TempDir
    private Path folder;

    /** Vectors that have nothing to do with what a text says. */
    private static final TextEncoder BLIND = new SeededVectors("blind", 16, String::hashCode);

    /** A word that no other paper has, by its kind. */
    private static String rare(String kind, int paper) {
        return kind + Integer.toString(paper + 1_000, 26).replaceAll("\\d", "z") + "q" + paper;
    }

    private static Paper paper(int number) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> words = new ArrayList<>();
        IntStream.range(0, 30).forEach(_ -> words.add(COMMON[random.nextInt(COMMON.length)]));
        String text = String.join(" ", words);
        PaperMetadata metadata = new PaperMetadata(
                2000,
                "",
                List.of("Ann Lee", "Bo " + rare("author", number), "Cy " + rare("pair", number / 2)),
                List.of(),
                Map.of());
        return new Paper(
                "p" + number,
                text.substring(0, 40) + " " + rare("title", number),
                text + " " + rare("NCT", number) + ".",
                metadata);
    }

    private LiteratureIndex index() throws IOException {
        Path collection = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            for (int number = 0; number < PAPERS; number++) {
                writer.add(paper(number));
            }
            writer.commit();
        }
        Path out = folder.resolve("index");
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            new IndexBuilder(opened, BLIND, (done, total) -> {}).build(out, "m", "f", () -> false);
        }
        return LiteratureIndex.open(out, BLIND, "f");
    }

    private static List<String> found(LiteratureIndex index, String words) throws IOException {
        List<SearchHit> hits =
                index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of(words)).limit(2));
        return hits.stream().map(hit -> hit.paper().id()).toList();
    }

    private static int first(LiteratureIndex index, IntFunction<String> query) throws IOException {
        int first = 0;
        for (int number = 0; number < PAPERS; number += PAPERS / 100) {
            first += found(index, query.apply(number)).getFirst().equals("p" + number) ? 1 : 0;
        }
        return first;
    }

    @Test
    void whatOnePaperAloneHasPutsItFirstAlsoBesideACommonWord() throws IOException {
        try (LiteratureIndex index = index()) {
            assertThat(first(index, number -> rare("title", number))).isGreaterThanOrEqualTo(99);
            assertThat(first(index, number -> rare("NCT", number))).isGreaterThanOrEqualTo(99);
            assertThat(first(index, number -> rare("author", number))).isGreaterThanOrEqualTo(99);
            assertThat(first(index, number -> "trial " + rare("nct", number))).isGreaterThanOrEqualTo(99);
            assertThat(first(index, number -> "Bo " + rare("author", number))).isGreaterThanOrEqualTo(99);
        }
    }

    @Test
    void whatTwoPapersHavePutsBothFirst() throws IOException {
        try (LiteratureIndex index = index()) {
            for (int number = 0; number < PAPERS; number += 20) {
                assertThat(found(index, rare("pair", number / 2)))
                        .containsExactlyInAnyOrder("p" + number, "p" + (number + 1));
            }
        }
    }

    @Test
    void whatIsServedIsTheEvaluationsFusionOfBothScores() throws IOException {
        try (LiteratureIndex index = index()) {
            List<SearchHit> hits = index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("graphs of networks"))
                    .limit(50));
            assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            assertThat(hits).allSatisfy(hit -> {
                assertThat(hit.score()).isBetween(0.0, 1.0);
                assertThat(hit.denseScore())
                        .as("exact, whichever side found it")
                        .isPositive();
            });
        }
    }
}
