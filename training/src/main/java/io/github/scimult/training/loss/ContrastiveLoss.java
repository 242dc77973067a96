package io.github.scimult.training.loss;

import org.bytedeco.pytorch.Tensor;

/** A loss that pulls each query to its positives and away from the other candidates. */
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
