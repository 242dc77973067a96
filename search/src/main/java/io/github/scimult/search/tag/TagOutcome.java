package io.github.scimult.search.tag;

import java.util.Map;

/**
 * What came of learning to suggest labels.
 *
 * @param model that is served
 * @param learnedFrom the number of labelled papers that the served model was taught
 * @param taught the number of labelled papers that the measured model was taught; it is the served one where these are as many
 * @param scores on held-out papers
 */
public record TagOutcome(TagModel model, int learnedFrom, int taught, Scores scores) {
    /** By what labels are put in order. */
    public enum Order {
        /** All evidence together, as labels are suggested by default. */
        SERVED,
        /** The similarity of the labels' vectors. */
        VECTORS,
        /** The share of similar papers that carry a label. */
        NEIGHBOURS,
        /** Names in the text. */
        NAMES,
        /** The labels' linear classifiers on the words of the text. */
        WORDS
    }

    /**
     * Scores on held-out papers.
     *
     * @param papers the number of held-out papers
     * @param calibration of the probabilities of the first twenty labels
     * @param recall by each order: Recall@20, the share of a paper's labels among the first twenty
     */
    public record Scores(int papers, Calibration calibration, Map<Order, Double> recall) {
        public Scores {
            recall = Map.copyOf(recall);
        }

        /** Recall@20 by an order. */
        public double recall(Order order) {
            return recall.get(order);
        }
    }
}
