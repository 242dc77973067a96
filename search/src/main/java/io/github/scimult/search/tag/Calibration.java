package io.github.scimult.search.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities are what they say, on papers that they were not fitted on.
 *
 * @param bins tags by their probability, the least first; empty ones are left out
 * @param cuts what is left when only tags of at least some probability are given, by rising probability
 */
public record Calibration(List<Bin> bins, List<Cut> cuts) {
    private static final int BINS = 10;
    private static final int CUTS = 20;

    public Calibration {
        bins = List.copyOf(bins);
        cuts = List.copyOf(cuts);
    }

    /**
     * Tags of about one probability.
     *
     * @param probability their mean
     * @param right the share of them that is right
     */
    public record Bin(double probability, double right, int tags) {}

    /**
     * A choice of the least probability.
     *
     * @param coverage the share of papers that get a tag at all
     * @param precision the share of the tags given that is right; NaN if none is given
     */
    public record Cut(double least, double coverage, double precision) {}

    /** A tag that a paper would be given. */
    record Given(int paper, double probability, boolean right) {}

    /** @param papers how many there are, whether they are given tags or not */
    static Calibration of(List<Given> given, int papers) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int wanted = bin;
            List<Given> tags = given.stream()
                    .filter(tag -> Math.min(BINS - 1, (int) (tag.probability() * BINS)) == wanted)
                    .toList();
            if (!tags.isEmpty()) {
                double probability =
                        tags.stream().mapToDouble(Given::probability).average().orElseThrow();
                bins.add(new Bin(probability, right(tags), tags.size()));
            }
        }
        return new Calibration(
                bins,
                IntStream.range(0, CUTS)
                        .mapToObj(cut -> cut(given, papers, (double) cut / CUTS))
                        .toList());
    }

    private static Cut cut(List<Given> given, int papers, double least) {
        List<Given> left =
                given.stream().filter(tag -> tag.probability() >= least).toList();
        long covered = left.stream().mapToInt(Given::paper).distinct().count();
        return new Cut(least, (double) covered / papers, left.isEmpty() ? Double.NaN : right(left));
    }

    private static double right(List<Given> tags) {
        return (double) tags.stream().filter(Given::right).count() / tags.size();
    }

    /** The expected calibration error: Guo et al., "On calibration of modern neural networks", 2017, equation 3. */
    public double error() {
        int all = bins.stream().mapToInt(Bin::tags).sum();
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.probability() - bin.right()) * bin.tags() / all)
                .sum();
    }
}
