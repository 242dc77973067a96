package io.github.scimult.training.config;

import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.training.pair.TextKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Pseudo-queries: what stands in for search queries in a collection that has none to learn from.
 *
 * @param weight of search by pseudo-queries beside the other tasks; 0 leaves such a collection without search
 * @param title among the kinds, the weight of titles: each is to find its abstract
 * @param phrases of an abstract's salient phrases, which are to find it
 * @param sentence of a sentence of an abstract, which is to find the paper without it
 */
public record PseudoQueryConfig(@Formerly("titleSearch") double weight, double title, double phrases, double sentence) {
    public PseudoQueryConfig {
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("weight must be at least 0, not " + weight);
        }
        if (!(title >= 0) || !(phrases >= 0) || !(sentence >= 0) || !(title + phrases + sentence > 0)) {
            throw new IllegalArgumentException(
                    "title, phrases and sentence must be at least 0, and one of them above, not " + title + ", "
                            + phrases + ", " + sentence);
        }
    }

    /** The share of each kind that has one. */
    public Map<TextKind, Double> shares() {
        double sum = title + phrases + sentence;
        Map<TextKind, Double> shares = new EnumMap<>(TextKind.class);
        shares.put(TextKind.TITLE, title / sum);
        shares.put(TextKind.PHRASES, phrases / sum);
        shares.put(TextKind.SENTENCE, sentence / sum);
        shares.values().removeIf(share -> share == 0);
        return shares;
    }
}
