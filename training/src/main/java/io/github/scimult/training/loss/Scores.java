package io.github.scimult.training.loss;

import static org.bytedeco.pytorch.global.torch.mm;

import io.github.scimult.core.embedding.Similarity;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/** Similarities of queries and candidates, differentiable. */
public final class Scores {
    private Scores() {}

    /**
     * s_ij = similarity(q_i, c_j) · scale.
     *
     * @param queries (n, H)
     * @param candidates (m, H)
     * @param scale 1/τ
     * @return (n, m)
     */
    public static Tensor of(Tensor queries, Tensor candidates, Similarity similarity, double scale) {
        Tensor left = similarity == Similarity.COSINE ? unit(queries) : queries;
        Tensor right = similarity == Similarity.COSINE ? unit(candidates) : candidates;
        Tensor products = mm(left, right.t()); // (n, m)
        return scale == 1 ? products : products.mul(new Scalar(scale));
    }

    private static Tensor unit(Tensor vectors) {
        long[] lastDimension = {1};
        Tensor lengths = vectors.norm(new ScalarOptional(new Scalar(2)), lastDimension, true); // (n, 1)
        return vectors.div(lengths.clamp_min(new Scalar(1e-12)));
    }
}
