package io.github.scimult.evaluation.metric;

import java.util.Locale;

/**
 * A measure of a ranking under trec_eval's name and with trec_eval's definition, such as {@code map} or {@code
 * ndcg_cut_10}.
 *
 * @param kind its definition
 * @param cutoff how many documents from the top are looked at; 0 for kinds that look at all
 */
public record RankingMetric(Kind kind, int cutoff) {
    /** The kinds of measures; those with a cutoff have the cutoff in their name. */
    public enum Kind {
        /** Number of documents retrieved. */
        NUM_RET("num_ret", false),
        /** Number of relevant documents, retrieved or not. */
        NUM_REL("num_rel", false),
        /** Number of relevant documents retrieved. */
        NUM_REL_RET("num_rel_ret", false),
        /** Average precision: the precision at each relevant document retrieved, summed, over all relevant ones. */
        MAP("map", false),
        /** Average precision of the first k, over all relevant documents. */
        MAP_CUT("map_cut", true),
        /** Discounted gain over that of the ideal ranking of all judged documents; gain = grade. */
        NDCG("ndcg", false),
        /** The same for the first k of both rankings. */
        NDCG_CUT("ndcg_cut", true),
        /** One over the rank of the first relevant document; 0 if there is none. */
        RECIP_RANK("recip_rank", false),
        /** Precision at as many documents as are relevant. */
        R_PRECISION("Rprec", false),
        /** Preference of relevant documents over judged irrelevant ones (Buckley and Voorhees, 2004). */
        BPREF("bpref", false),
        /** Relevant documents among the first k, over k. */
        PRECISION("P", true),
        /** Relevant documents among the first k, over all relevant ones. */
        RECALL("recall", true),
        /** 1 if a relevant document is among the first k. */
        SUCCESS("success", true);

        private final String trecName;
        private final boolean hasCutoff;

        Kind(String trecName, boolean hasCutoff) {
            this.trecName = trecName;
            this.hasCutoff = hasCutoff;
        }
    }

    public RankingMetric {
        if (kind.hasCutoff && cutoff < 1) {
            throw new IllegalArgumentException(kind.trecName + " needs a cutoff of at least 1, not " + cutoff);
        }
        if (!kind.hasCutoff && cutoff != 0) {
            throw new IllegalArgumentException(kind.trecName + " has no cutoff, but " + cutoff + " was given");
        }
    }

    public static RankingMetric of(Kind kind) {
        return new RankingMetric(kind, 0);
    }

    public static RankingMetric at(Kind kind, int cutoff) {
        return new RankingMetric(kind, cutoff);
    }

    /**
     * The measure of a trec_eval name such as {@code recall_20}.
     *
     * @throws IllegalArgumentException if there is no such measure
     */
    public static RankingMetric parse(String name) {
        for (Kind kind : Kind.values()) {
            if (!kind.hasCutoff && kind.trecName.equals(name)) {
                return of(kind);
            }
            String prefix = kind.trecName + "_";
            if (kind.hasCutoff
                    && name.startsWith(prefix)
                    && name.substring(prefix.length()).matches("[1-9]\\d{0,8}")) {
                return at(kind, Integer.parseInt(name.substring(prefix.length())));
            }
        }
        throw new IllegalArgumentException("unknown measure '" + name
                + "': known are map, map_cut_K, ndcg, ndcg_cut_K, recip_rank, Rprec, bpref, P_K, recall_K, success_K,"
                + " num_ret, num_rel, num_rel_ret");
    }

    /** The measure's name in trec_eval. */
    public String trecName() {
        return kind.hasCutoff ? kind.trecName + "_" + cutoff : kind.trecName;
    }

    /** The measure's name in tables: {@code Recall@20}, {@code nDCG@10}, {@code MAP}, {@code MRR}. */
    public String displayName() {
        String word = switch (kind) {
            case MAP, MAP_CUT -> "MAP";
            case NDCG, NDCG_CUT -> "nDCG";
            case RECIP_RANK -> "MRR";
            case RECALL -> "Recall";
            case SUCCESS -> "Success";
            case R_PRECISION -> "R-Prec";
            case BPREF -> "bpref";
            case PRECISION -> "P";
            case NUM_RET, NUM_REL, NUM_REL_RET ->
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
        return kind.hasCutoff ? word + "@" + cutoff : word;
    }

    /** The value for one query; 0 where trec_eval's quotient would be 0/0. */
    public double of(JudgedRanking ranking) {
        return switch (kind) {
            case NUM_RET -> ranking.retrieved().length;
            case NUM_REL -> ranking.relevant();
            case NUM_REL_RET -> ranking.relevantRetrieved(Integer.MAX_VALUE);
            case MAP -> AveragePrecision.of(ranking, Integer.MAX_VALUE);
            case MAP_CUT -> AveragePrecision.of(ranking, cutoff);
            case NDCG -> DiscountedGain.normalised(ranking, Integer.MAX_VALUE);
            case NDCG_CUT -> DiscountedGain.normalised(ranking, cutoff);
            case RECIP_RANK -> reciprocalRank(ranking);
            case R_PRECISION -> quotient(ranking.relevantRetrieved(ranking.relevant()), ranking.relevant());
            case BPREF -> BinaryPreference.of(ranking);
            case PRECISION -> (double) ranking.relevantRetrieved(cutoff) / cutoff;
            case RECALL -> quotient(ranking.relevantRetrieved(cutoff), ranking.relevant());
            case SUCCESS -> ranking.relevantRetrieved(cutoff) > 0 ? 1 : 0;
        };
    }

    private static double reciprocalRank(JudgedRanking ranking) {
        for (int rank = 0; rank < ranking.retrieved().length; rank++) {
            if (ranking.isRelevantAt(rank)) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }

    private static double quotient(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
