package io.github.scimult.training.config;

import io.github.scimult.training.pair.TextKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What stands in for searches in a collection that has none to learn from; weights beside each other.
 *
 * @param title a title, to find its abstract
 * @param phrases an abstract's salient phrases, to find it
 * @param sentence a sentence of an abstract, to find the paper without it
 */
public record PseudoQueryConfig(double title, double phrases, double sentence) {
    public PseudoQueryConfig {
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
