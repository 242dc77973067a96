package io.github.scimult.search.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Each distinct vector counts once. */
class DistinctVectorsTest {
    private static final String FIELD = IndexField.vector("link", IndexField.PAPER);

    private static float[] vector(SplittableRandom random) {
        float[] vector = new float[32];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextDouble(-1, 1);
        }
        return vector;
    }

    @Test
    void thousandsOfDifferentVectorsHaveDifferentKeys() {
        SplittableRandom random = new SplittableRandom(1);
        Set<Long> keys = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            keys.add(DistinctVectors.key(vector(random)));
        }
        assertThat(keys).hasSize(20_000);
    }

    @Test
    void theOrderOfComponentsAndTheirSignsCount() {
        float[][] vectors = {{1, 2, 3}, {3, 2, 1}, {-1, -2, -3}, {1, -2, 3}, {1, 2, 0}, {0, 0, 0}};
        Set<Long> keys = new HashSet<>();
        for (float[] vector : vectors) {
            keys.add(DistinctVectors.key(vector));
        }
        assertThat(keys).hasSize(vectors.length);
    }

    @Test
    void lessThanRoundingAndNegativeZerosMakeNoDifference() {
        float[] vector = {0.5f, 0.25f, -0.75f, 0};
        float[] rounded = {0.500001f, 0.25f, -0.7500003f, -0f};
        assertThat(DistinctVectors.key(rounded)).isEqualTo(DistinctVectors.key(vector));
        assertThat(DistinctVectors.key(new float[] {-0f, 0})).isEqualTo(DistinctVectors.key(new float[2]));
    }

    @Test
    void inAnEmptyIndexTheFirstOfEachKeyAndFieldIsFirst() throws IOException {
        DistinctVectors distinct = new DistinctVectors(null);
        assertThat(distinct.isFirst(IndexField.PAPER, FIELD, 7)).isTrue();
        assertThat(distinct.isFirst(IndexField.PAPER, FIELD, 7)).isFalse();
        assertThat(distinct.isFirst(IndexField.PAPER, FIELD, 8)).isTrue();
        assertThat(distinct.isFirst(IndexField.PAPER, IndexField.vector("search", IndexField.PAPER), 7))
                .isTrue();
    }

    @Test
    void whatAnIndexHasIsNotFirstUntilAllWhoHaveItAreGone() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                writer.addDocument(document("a", 255));
                writer.addDocument(document("b", 255));
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                DistinctVectors distinct = new DistinctVectors(new IndexSearcher(reader));
                distinct.remove(IndexField.LABEL, "a");
                distinct.remove(IndexField.PAPER, "b");
                assertThat(distinct.isFirst(IndexField.PAPER, FIELD, 255)).isFalse();
                distinct.remove(IndexField.PAPER, "a");
                assertThat(distinct.isFirst(IndexField.PAPER, FIELD, 255)).isTrue();
                assertThat(distinct.isFirst(IndexField.PAPER, FIELD, 255)).isFalse();
            }
        }
    }

    private static Document document(String id, long key) {
        Document document = new Document();
        document.add(new StringField(IndexField.ID, id, Field.Store.YES));
        document.add(new StringField(IndexField.key(FIELD), Long.toHexString(key), Field.Store.NO));
        return document;
    }
}
