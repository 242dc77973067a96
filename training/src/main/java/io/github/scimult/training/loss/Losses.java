package io.github.scimult.training.loss;

/**
 * The losses that training can use, by the name of the setting {@code loss}. To add one: a file that implements {@link
 * ContrastiveLoss}, and a constant here; a contract test takes it in by itself.
 */
@SuppressWarnings("ImmutableEnumChecker") // losses keep no state
public enum Losses {
    /** {@link InfoNce}: the paper's. */
    INFO_NCE(new InfoNce(), false),
    /** {@link DecoupledContrastive}. */
    DECOUPLED(new DecoupledContrastive(), false),
    /** {@link InfoNcePerPositive}. */
    INFO_NCE_PER_POSITIVE(new InfoNcePerPositive(), true),
    /** {@link SupConIn}. */
    SUPCON_IN(new SupConIn(), true);

    private final ContrastiveLoss loss;
    private final boolean ofQueries;

    Losses(ContrastiveLoss loss, boolean ofQueries) {
        this.loss = loss;
        this.ofQueries = ofQueries;
    }

    public ContrastiveLoss loss() {
        return loss;
    }

    /**
     * Whether a row of scores is a query with all its positives in the batch; else it is a pair, a query with one of them, and the
     * batch's loss is the mean over the pairs.
     */
    public boolean isOfQueries() {
        return ofQueries;
    }
}
