package io.github.scimult.training.loss;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * InfoNCE whose denominator leaves the positive out, so that an easy positive does not shrink the gradient of the negatives.
 *
 * <p>L_i = −s_ip + log Σ_{j∈A_i, j≠p} exp s_ij; symbols as in {@link InfoNce}. May be negative.
 *
 * <p>Also known as DCL. Reference: Yeh et al., "Decoupled Contrastive Learning", 2022, equation 6.
 *
 * <p>When to use: with small batches. Relation: tends to {@link InfoNce} as the number of negatives grows.
 */
final class DecoupledContrastive implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        int[][] left = new int[sets.queries()][];
        Arrays.setAll(left, query -> Masks.union(sets.excluded()[query], sets.positives()[query]));
        return Masks.without(scores, left).logsumexp(1).sub(Masks.meanOverPositives(scores, sets));
    }
}
