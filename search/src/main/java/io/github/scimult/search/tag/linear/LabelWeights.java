package io.github.scimult.search.tag.linear;

import io.github.scimult.evaluation.classifier.SparseVector;
import java.util.List;

/**
 * The weights of all labels' classifiers by term, so that a text is scored for all labels by its terms' weights alone. The term after
 * the last one has the intercepts.
 *
 * @param starts (terms + 2) where each term's weights begin
 * @param labels (weights) which label a weight belongs to
 * @param values (weights)
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelWeights(int[] starts, int[] labels, float[] values) {
    record Weight(int term, float value) {}

    /** @param weights (labels) those of each, in any order */
    static LabelWeights of(int terms, List<List<Weight>> weights) {
        int[] starts = new int[terms + 2];
        weights.forEach(own -> own.forEach(weight -> starts[weight.term() + 1]++));
        for (int term = 0; term <= terms; term++) {
            starts[term + 1] += starts[term];
        }
        int[] next = starts.clone();
        LabelWeights all = new LabelWeights(starts, new int[starts[terms + 1]], new float[starts[terms + 1]]);
        for (int label = 0; label < weights.size(); label++) {
            for (Weight weight : weights.get(label)) {
                int at = next[weight.term()]++;
                all.labels[at] = label;
                all.values[at] = weight.value();
            }
        }
        return all;
    }

    /** (labels) the decision values of a text. */
    float[] decide(SparseVector text, int count) {
        float[] decisions = new float[count];
        add(starts.length - 2, 1, decisions);
        for (int i = 0; i < text.features().length; i++) {
            add(text.features()[i], text.values()[i], decisions);
        }
        return decisions;
    }

    private void add(int term, float factor, float[] decisions) {
        for (int i = starts[term]; i < starts[term + 1]; i++) {
            decisions[labels[i]] += factor * values[i];
        }
    }
}
