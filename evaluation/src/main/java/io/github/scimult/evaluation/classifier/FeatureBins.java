package io.github.scimult.evaluation.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features as few bins of about as many rows each, so that a split is found by histograms (as LightGBM does: Ke et al., 2017).
 *
 * @param bins (features, rows)
 * @param upper (features, bins) the greatest value of each bin
 */
@SuppressWarnings("ArrayRecordComponent")
record FeatureBins(byte[][] bins, float[][] upper) {
    static final int MAX_BINS = 64;

    static FeatureBins of(float[][] rows) {
        int features = rows[0].length;
        byte[][] bins = new byte[features][rows.length];
        float[][] upper = new float[features][];
        IntStream.range(0, features).parallel().forEach(feature -> {
            float[] values = new float[rows.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows[row][feature];
            }
            upper[feature] = bounds(values.clone());
            for (int row = 0; row < values.length; row++) {
                int found = Arrays.binarySearch(upper[feature], values[row]);
                bins[feature][row] = (byte) (found < 0 ? -found - 1 : found);
            }
        });
        return new FeatureBins(bins, upper);
    }

    /** Different values as they are where there are few, else quantiles of the different values by their rows. */
    private static float[] bounds(float[] values) {
        Arrays.sort(values);
        float[] bounds = new float[MAX_BINS];
        int count = 0;
        int position = 0;
        while (position < values.length) {
            int left = MAX_BINS - count;
            int end = Math.min(values.length - 1, position + Math.max(1, (values.length - position) / left) - 1);
            float bound = values[end];
            while (end + 1 < values.length && values[end + 1] == bound) {
                end++;
            }
            if (left == 1) {
                bound = values[values.length - 1];
                end = values.length - 1;
            }
            bounds[count++] = bound;
            position = end + 1;
        }
        return Arrays.copyOf(bounds, count);
    }
}
