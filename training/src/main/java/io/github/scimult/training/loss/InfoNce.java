package io.github.scimult.training.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * Softmax cross-entropy of the positive among in-batch and hard negatives: the loss of SciMult (section 3.1; its
 * equation's E(q)·E(c) is {@code scores}) and of van den Oord et al., "Representation Learning with Contrastive
 * Predictive Coding", 2018, equation 4.
 *
 * <p>L_i = −s_ip + log Σ_{j∈A_i} exp s_ij, A_i the candidates not excluded for i. Several positives of a query count as
 * the mean over them, each with the full denominator (SupCon's L_out: Khosla et al., 2020, equation 2).
 */
public final class InfoNce implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        Tensor allowed = Masks.without(scores, sets.excluded());
        return allowed.logsumexp(1).sub(Masks.meanOverPositives(scores, sets));
    }
}
