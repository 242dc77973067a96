package io.github.scimult.training.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * Softmax cross-entropy of a query's positive among in-batch negatives and hard negatives.
 *
 * <p>L_i = −s_ip + log Σ_{j∈A_i} exp s_ij, with s_ij = sim(q_i, c_j)/τ, p the positive of i, and A_i the candidates not excluded for i.
 * Several positives of a query count as the mean over them, each with the full denominator (SupCon's L_out: Khosla et al., 2020,
 * equation 2).
 *
 * <p>Also known as in-batch negatives loss, multiple negatives ranking loss, NT-Xent (with cosines).
 *
 * <p>References: van den Oord et al., "Representation Learning with Contrastive Predictive Coding", 2018, equation 4; SciMult, section
 * 3.1, whose E(q)·E(c) is s with τ = 1.
 *
 * <p>When to use: by default. The larger the batch, the more negatives.
 *
 * <p>Relations: {@link DecoupledContrastive} leaves the positive out of the denominator; {@link InfoNcePerPositive} leaves a query's
 * other positives out of it.
 */
public final class InfoNce implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        Tensor allowed = Masks.without(scores, sets.excluded());
        return allowed.logsumexp(1).sub(Masks.meanOverPositives(scores, sets));
    }
}
