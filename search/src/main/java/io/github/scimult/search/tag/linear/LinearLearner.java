package io.github.scimult.search.tag.linear;

import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.random.Seeds;
import io.github.scimult.evaluation.classifier.SparseClassifier;
import io.github.scimult.evaluation.classifier.SparseVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Learns the labels' linear classifiers from labelled papers. */
public final class LinearLearner {
    private static final int MAX_MEMBERS = 2000;
    private static final int MAX_WEIGHTS = 2_000_000; // of all labels together
    private static final int MIN_WEIGHTS = 200; // of a label, however many there are
    private static final long SEED = 31;

    private final TfIdf tfIdf;
    private final SparseClassifier classifier;
    private final NegativeSampler sampler;
    private final Map<String, List<Integer>> members = new TreeMap<>();

    /**
     * Labelled papers.
     *
     * @param rows their weights by {@code tfIdf}
     * @param labels ids of the labels of each
     */
    public LinearLearner(TfIdf tfIdf, List<SparseVector> rows, List<Set<String>> labels) {
        this.tfIdf = tfIdf;
        int features = tfIdf.idf().length;
        this.classifier = new SparseClassifier(rows, features);
        this.sampler = new NegativeSampler(rows, features);
        for (int row = 0; row < labels.size(); row++) {
            for (String label : labels.get(row)) {
                members.computeIfAbsent(label, id -> new ArrayList<>()).add(row);
            }
        }
    }

    /** Fits one classifier a label, on all processors. */
    public LinearEvidence learn() {
        List<String> labels = List.copyOf(members.keySet());
        int limit = Math.max(MIN_WEIGHTS, MAX_WEIGHTS / Math.max(1, labels.size()));
        List<List<LabelWeights.Weight>> weights = IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> weights(label, members.get(labels.get(label)), limit))
                .toList();
        return new LinearEvidence(tfIdf, labels, LabelWeights.of(tfIdf.idf().length, weights));
    }

    /** The weights of one label that are farthest from 0, its intercept among them. */
    private List<LabelWeights.Weight> weights(int label, List<Integer> rows, int limit) {
        int[] own = rows.stream().mapToInt(Integer::intValue).toArray();
        int[] sample = RandomSample.of(own, MAX_MEMBERS, new SplittableRandom(Seeds.derive(SEED, label)));
        double[] fitted = classifier.weights(sample, sampler.of(own));
        List<LabelWeights.Weight> weights = new ArrayList<>();
        for (int term = 0; term < fitted.length; term++) {
            if (fitted[term] != 0) {
                weights.add(new LabelWeights.Weight(term, (float) fitted[term]));
            }
        }
        weights.sort(Comparator.comparingDouble(
                weight -> weight.term() == fitted.length - 1 ? Double.NEGATIVE_INFINITY : -Math.abs(weight.value())));
        return List.copyOf(weights.subList(0, Math.min(limit, weights.size())));
    }
}
