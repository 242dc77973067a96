package io.github.scimult.search.tag;

/**
 * What speaks for a label on a paper.
 *
 * @param similarity of the label's vector to the paper's, as the index scores it; 0 if it is not among the nearest
 * @param standardised the same in standard deviations from the mean of the nearest labels; the least of theirs if it is not among them
 * @param named whether its name stands in the text
 * @param neighbours the share of the most similar tagged papers that carry it, weighed by how similar they are, in [0, 1]
 */
public record TagFeatures(double similarity, double standardised, boolean named, double neighbours) {
    /** How many features there are, the constant among them. */
    static final int FEATURES = 5;

    /** As a model weighs them. */
    double[] features() {
        return new double[] {1, standardised, named ? 1 : 0, Math.sqrt(neighbours), similarity};
    }
}
