package io.github.scimult.model.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * The positives' probabilities are added up inside the logarithm: SupCon's L_in (Khosla et al., "Supervised Contrastive
 * Learning", 2020, equation 3, without its constant).
 *
 * <p>L_i = −log Σ_{p∈P_i} exp s_ip + log Σ_{j∈A_i} exp s_ij.
 */
public final class MultiPositiveInside implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        boolean[][] notPositive = new boolean[sets.queries()][sets.candidates()];
        for (int query = 0; query < notPositive.length; query++) {
            java.util.Arrays.fill(notPositive[query], true);
            for (int positive : sets.positives()[query]) {
                notPositive[query][positive] = false;
            }
        }
        Tensor numerator = Masks.without(scores, notPositive).logsumexp(1);
        return Masks.without(scores, sets.excluded()).logsumexp(1).sub(numerator);
    }
}
