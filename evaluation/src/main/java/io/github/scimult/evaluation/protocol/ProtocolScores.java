package io.github.scimult.evaluation.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a protocol found on one data set.
 *
 * @param protocol its name
 * @param dataset the data set's name, as its files begin
 * @param queries how many were measured
 * @param values by metric, in percent as in the paper
 */
public record ProtocolScores(String protocol, String dataset, int queries, Map<String, Double> values) {
    public ProtocolScores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Recall at the three cutoffs, averaged over queries; (queries, cutoffs) with nulls for what is not measured. */
    static void addRecalls(Map<String, Double> values, String suffix, double[][] recalls) {
        for (int cutoff = 0; cutoff < QueryRanking.CUTOFFS.length; cutoff++) {
            double sum = 0;
            int count = 0;
            for (double[] query : recalls) {
                if (query != null) {
                    sum += query[cutoff];
                    count++;
                }
            }
            values.put("Recall@" + QueryRanking.CUTOFFS[cutoff] + suffix, count == 0 ? 0 : 100 * sum / count);
        }
    }
}
