package io.github.scimult.search.tag.linear;

import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The decision values of the labels' linear classifiers; the labels with the greatest are candidates. */
public final class LinearEvidence implements LabelEvidence {
    private static final int CANDIDATES = 50;
    /** Of a label without a classifier: as of one of which nothing is in the text. */
    private static final double UNKNOWN = -1;

    private final TfIdf tfIdf;
    private final List<String> labels;
    private final LabelWeights weights;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] order;

    /** @param labels ids, in the order of the weights */
    public LinearEvidence(TfIdf tfIdf, List<String> labels, LabelWeights weights) {
        this.tfIdf = tfIdf;
        this.labels = List.copyOf(labels);
        this.weights = weights;
        labels.forEach(label -> numbers.put(label, numbers.size()));
        this.order = IntStream.range(0, labels.size()).toArray();
    }

    public TfIdf tfIdf() {
        return tfIdf;
    }

    public List<String> labels() {
        return labels;
    }

    public LabelWeights weights() {
        return weights;
    }

    @Override
    public OnPaper on(PaperToLabel paper) {
        float[] decisions = weights.decide(tfIdf.of(paper.stems()), labels.size());
        return new OnPaper() {
            @Override
            public Collection<String> candidates() {
                return Arrays.stream(TopK.of(decisions, order, CANDIDATES).rows())
                        .mapToObj(labels::get)
                        .toList();
            }

            @Override
            public void describe(String label, FeatureRow row) {
                Integer number = numbers.get(label);
                row.set(Feature.MARGIN, number == null ? UNKNOWN : decisions[number]);
            }
        };
    }
}
