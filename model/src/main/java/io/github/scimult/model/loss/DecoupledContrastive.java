package io.github.scimult.model.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * InfoNCE whose denominator leaves the positive out: Yeh et al., "Decoupled Contrastive Learning", 2022, equation 6.
 *
 * <p>L_i = −s_ip + log Σ_{j∈A_i, j≠p} exp s_ij.
 */
public final class DecoupledContrastive implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        boolean[][] left = Masks.copy(sets.excluded());
        for (int query = 0; query < left.length; query++) {
            for (int positive : sets.positives()[query]) {
                left[query][positive] = true;
            }
        }
        return Masks.without(scores, left).logsumexp(1).sub(Masks.meanOverPositives(scores, sets));
    }
}
