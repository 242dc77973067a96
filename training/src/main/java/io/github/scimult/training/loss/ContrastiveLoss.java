package io.github.scimult.training.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * A contrastive loss: pulls each query to its positives and away from the other candidates. Implementations keep no state, and their
 * Javadoc gives formula, symbols, other names, references, when to use it, and its relation to others, in this order.
 */
@FunctionalInterface
public interface ContrastiveLoss {
    /**
     * The loss of each query; the batch's loss is their mean.
     *
     * @param scores (n, m), similarities already multiplied with 1/τ
     * @param sets positives and exclusions of the n queries
     * @return (n)
     */
    Tensor perQuery(Tensor scores, CandidateSets sets);
}
