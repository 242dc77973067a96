package io.github.scimult.evaluation.metric;

/**
 * bpref (Buckley and Voorhees, 2004) as trec_eval computes it: (1/R) Σ over the retrieved relevant documents of 1 −
 * min(n, R) / min(N, R), where n is the number of judged irrelevant documents above it and N that of all judged
 * irrelevant ones; the term is 1 where n is 0.
 */
final class BinaryPreference {
    private BinaryPreference() {}

    static double of(JudgedRanking ranking) {
        int relevant = ranking.relevant();
        if (relevant == 0) {
            return 0;
        }
        int bound = Math.min(ranking.judgedIrrelevant(), relevant);
        int irrelevantAbove = 0;
        double sum = 0;
        for (int rank = 0; rank < ranking.retrieved().length; rank++) {
            if (ranking.isJudgedIrrelevantAt(rank)) {
                irrelevantAbove++;
            } else if (ranking.isRelevantAt(rank)) {
                sum += irrelevantAbove == 0 ? 1 : 1 - (double) Math.min(irrelevantAbove, relevant) / bound;
            }
        }
        return sum / relevant;
    }
}
