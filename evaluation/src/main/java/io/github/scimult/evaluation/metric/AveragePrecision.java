package io.github.scimult.evaluation.metric;

/** Average precision, trec_eval's {@code map} and {@code map_cut}. */
final class AveragePrecision {
    private AveragePrecision() {}

    static double of(JudgedRanking ranking, int cutoff) {
        int relevant = ranking.relevant();
        if (relevant == 0) {
            return 0;
        }
        int found = 0;
        double sum = 0;
        for (int rank = 0; rank < Math.min(cutoff, ranking.retrieved().length); rank++) {
            if (ranking.isRelevantAt(rank)) {
                found++;
                sum += (double) found / (rank + 1);
            }
        }
        return sum / relevant;
    }
}
