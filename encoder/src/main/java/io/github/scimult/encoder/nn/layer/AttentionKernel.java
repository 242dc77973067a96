package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.matmul;
import static org.bytedeco.pytorch.global.torch.scaled_dot_product_attention;
import static org.bytedeco.pytorch.global.torch.softmax;
import static org.bytedeco.pytorch.global.torch.zeros;

import io.github.scimult.encoder.tensor.Libtorch;
import io.github.scimult.encoder.tensor.TensorScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The ways to compute softmax(Q Kᵀ / √d) V; which is fastest depends on processor and precision. */
public enum AttentionKernel {
    /** libtorch's fused kernel; bfloat16 is widened first, since its bfloat16 backward pass is many times slower. */
    FUSED {
        @Override
        Tensor prepare(Tensor projected) {
            return Libtorch.typeOf(projected) == ScalarType.BFloat16 ? projected.to(ScalarType.Float) : projected;
        }

        @Override
        Tensor weighted(Tensor query, Tensor key, Tensor value, Tensor mask, Dropout dropout) {
            return scaled_dot_product_attention(
                    query,
                    key,
                    value,
                    mask == null ? new TensorOptional() : new TensorOptional(mask),
                    0.0,
                    false,
                    new DoubleOptional(),
                    false);
        }
    },

    /** Two batched products with a softmax between, each computed whole, in the precision of the input. */
    EAGER {
        @Override
        Tensor prepare(Tensor projected) {
            return projected;
        }

        @Override
        Tensor weighted(Tensor query, Tensor key, Tensor value, Tensor mask, Dropout dropout) {
            return explicit(query, key, value, mask, dropout);
        }
    };

    /** Components of bfloat16 that a 512-bit register holds. */
    private static final int ROW_MULTIPLE = 32;

    /** Brings (T, 3H) into the type in which the kernel computes. */
    abstract Tensor prepare(Tensor projected);

    abstract Tensor weighted(Tensor query, Tensor key, Tensor value, Tensor mask, Dropout dropout);

    /**
     * The context vectors; with dropout on attention weights always by explicit products.
     *
     * @param mask (B, 1, 1, L), 0 where a key may be seen and −∞ where it is padding; null where all may
     * @return (B, N, L, D)
     */
    Tensor attend(Tensor query, Tensor key, Tensor value, Tensor mask, Dropout dropout) {
        return dropout.dropsAttention()
                ? explicit(query, key, value, mask, dropout)
                : weighted(query, key, value, mask, dropout);
    }

    /**
     * Keys and values are padded to a multiple of {@link #ROW_MULTIPLE}: libtorch's softmax takes what is left over at a
     * row's end one by one, which can cost more than all the rest; the padding costs nearly nothing.
     */
    private static Tensor explicit(Tensor query, Tensor key, Tensor value, Tensor mask, Dropout dropout) {
        long padding = Math.floorMod(-key.size(2), ROW_MULTIPLE);
        Tensor weights = TensorScope.of(() -> {
            Tensor scores = scores(query, padded(key, padding), padded(mask, key, padding));
            return dropout.applyToAttention(softmax(scores, -1)); // (B, N, L, L′)
        });
        return matmul(weights, padded(value, padding)); // (B, N, L, D)
    }

    private static Tensor scores(Tensor query, Tensor key, Tensor mask) {
        double scale = 1 / Math.sqrt(query.size(3));
        Tensor scores = matmul(query.mul(new Scalar(scale)), key.transpose(2, 3)); // (B, N, L, L′)
        // In place: no gradient needs the scores before the mask.
        return mask == null ? scores : scores.add_(mask);
    }

    /** (B, N, L, D) → (B, N, L′, D), zeros at the end. */
    private static Tensor padded(Tensor x, long padding) {
        return padding == 0 ? x : constant_pad_nd(x, new long[] {0, 0, 0, padding}, new Scalar(0.0));
    }

    /** A mask that hides none of the keys (B, N, L, D): zeros (1, 1, 1, L) in their type. */
    static Tensor openMask(Tensor key) {
        return zeros(new long[] {1, 1, 1, key.size(2)}, new TensorOptions(key.scalar_type()));
    }

    /** The mask in the keys' type, −∞ over the padding; null where nothing is masked. */
    private static Tensor padded(Tensor mask, Tensor key, long padding) {
        Tensor ofTokens = mask == null && padding > 0 ? openMask(key) : mask;
        return ofTokens == null
                ? null
                : constant_pad_nd(
                        ofTokens.to(key.scalar_type()),
                        new long[] {0, padding},
                        new Scalar(Double.NEGATIVE_INFINITY)); // (B, 1, 1, L′)
    }
}
