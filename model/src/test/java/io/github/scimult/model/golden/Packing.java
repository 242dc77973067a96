package io.github.scimult.model.golden;

import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.Dropout;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.PackedBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/** The ways to bring texts to an encoder; none may change an embedding. */
public enum Packing {
    ALONE {
        @Override
        public List<PackedBatch> batches(int[][] texts) {
            return Arrays.stream(texts)
                    .map(text -> PackedBatch.of(new int[][] {text}))
                    .toList();
        }
    },
    PADDED {
        @Override
        public List<PackedBatch> batches(int[][] texts) {
            return List.of(PackedBatch.padded(texts));
        }
    },
    PACKED {
        @Override
        public List<PackedBatch> batches(int[][] texts) {
            return List.of(PackedBatch.of(texts));
        }
    },
    WITHOUT_FILLING {
        @Override
        public List<PackedBatch> batches(int[][] texts) {
            return List.of(PackedBatch.withoutFilling(texts));
        }
    };

    /** Batches that hold the texts in their order. */
    public abstract List<PackedBatch> batches(int[][] texts);

    /** The texts' embeddings, without dropout. */
    public double[][] encode(Encoder encoder, int[][] texts, AttentionKernel kernel) {
        List<double[]> vectors = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            for (PackedBatch batch : batches(texts)) {
                vectors.addAll(Arrays.asList(Numbers.rows(encoder.encode(batch, kernel, Dropout.NONE))));
            }
        }
        return vectors.toArray(double[][]::new);
    }
}
