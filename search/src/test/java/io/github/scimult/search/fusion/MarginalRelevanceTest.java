package io.github.scimult.search.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer adds something to those before it. */
class MarginalRelevanceTest {
    private static final int DOCUMENTS = 240;

    private static DirectoryReader reader;

    /** Document i points into direction i / 2 mod 3; every seventh has no vector. */
    @BeforeAll
    static void index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                if (i % 7 != 6) {
                    float[] vector = new float[3];
                    vector[i / 2 % 3] = 1 + i;
                    document.add(new KnnFloatVectorField("v", vector));
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
    }

    private static List<RankedPaper> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RankedPaper(i, 1 - i / 1000.0, SearchHit.Side.UNKNOWN, SearchHit.Side.UNKNOWN))
                .toList();
    }

    private static List<Integer> order(List<RankedPaper> places, double diversity, int limit) throws IOException {
        return new MarginalRelevance(new StoredVectors(reader, "v"), diversity)
                .order(places, limit).stream().map(RankedPaper::document).toList();
    }

    @Test
    void oneOfEachDirectionComesBeforeTheSecondOfAny() throws IOException {
        // 0, 1 | 2, 3 | 4, 5 by directions; 6 has no vector and is like no other
        assertThat(order(places(7), 0.9, 10)).startsWith(0, 2, 4).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(order(places(7), 0.9, 10).subList(0, 4)).containsExactlyInAnyOrder(0, 2, 4, 6);
    }

    @Test
    void hardlyAnyDiversityKeepsTheOrder() throws IOException {
        assertThat(order(places(50), 1e-9, 10))
                .isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 0.5, 0.999, 1})
    void noPaperIsLostOrRepeatedAndTheBestStaysFirst(double diversity) throws IOException {
        for (int count : new int[] {1, 2, 99, 100, 101, DOCUMENTS}) {
            List<Integer> order = order(places(count), diversity, 10);
            assertThat(order).hasSize(count).doesNotHaveDuplicates().startsWith(0);
        }
    }

    @Test
    void onlyTheBestHundredOrTwiceTheLimitMove() throws IOException {
        assertThat(order(places(DOCUMENTS), 0.9, 10).subList(100, DOCUMENTS))
                .isEqualTo(IntStream.range(100, DOCUMENTS).boxed().toList());
        assertThat(order(places(DOCUMENTS), 0.9, 80).subList(160, DOCUMENTS))
                .isEqualTo(IntStream.range(160, DOCUMENTS).boxed().toList());
        assertThat(order(places(DOCUMENTS), 0.9, 80).subList(100, 160))
                .isNotEqualTo(IntStream.range(100, 160).boxed().toList());
    }

    @Test
    void equalScoresAreNoDivisionByZero() throws IOException {
        List<RankedPaper> equal = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            equal.add(RankedPaper.unranked(i));
        }
        assertThat(order(equal, 0.5, 10)).startsWith(0, 2, 4);
        assertThat(order(List.of(), 0.5, 10)).isEmpty();
    }
}
