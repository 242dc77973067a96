package io.github.scimult.search.tag.linear;

import io.github.scimult.evaluation.classifier.SparseVector;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts as TF-IDF weights of their stems, (1 + log tf) · (1 + log((1 + n) / (1 + df))), of length 1.
 *
 * @param terms the number of each stem, from 0
 * @param idf (terms)
 */
@SuppressWarnings("ArrayRecordComponent")
public record TfIdf(Map<String, Integer> terms, float[] idf) {
    private static final int MIN_TEXTS = 2;
    private static final int MAX_TERMS = 200_000;

    /** Counts in how many texts each stem is. */
    public static final class Counter {
        private final Map<String, Integer> frequencies = new HashMap<>();
        private int texts;

        /** Counts one text. */
        public void add(StemmedText text) {
            texts++;
            new HashSet<>(text.sentences().stream().flatMap(List::stream).toList())
                    .forEach(stem -> frequencies.merge(stem, 1, Integer::sum));
        }

        /** The weights by what was counted; stems of a single text are left out. */
        public TfIdf weights() {
            List<String> stems = frequencies.entrySet().stream()
                    .filter(entry -> entry.getValue() >= MIN_TEXTS)
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MAX_TERMS)
                    .map(Map.Entry::getKey)
                    .toList();
            Map<String, Integer> terms = new HashMap<>();
            float[] idf = new float[stems.size()];
            for (String stem : stems) {
                idf[terms.size()] = (float) (1 + Math.log((1.0 + texts) / (1.0 + frequencies.get(stem))));
                terms.put(stem, terms.size());
            }
            return new TfIdf(terms, idf);
        }
    }

    /** A stem's inverse document frequency; of one that is not known, the greatest of all and 1 more. */
    public double rarity(String stem) {
        Integer term = terms.get(stem);
        // Terms are ordered by frequency: the last one is the rarest.
        return term != null ? idf[term] : 1 + (idf.length == 0 ? 0 : idf[idf.length - 1]);
    }

    /** The weights of a text. */
    public SparseVector of(StemmedText text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (List<String> sentence : text.sentences()) {
            for (String stem : sentence) {
                Integer term = terms.get(stem);
                if (term != null) {
                    counts.merge(term, 1, Integer::sum);
                }
            }
        }
        return normalised(new ArrayList<>(counts.entrySet()));
    }

    private SparseVector normalised(List<Map.Entry<Integer, Integer>> counts) {
        int[] features = new int[counts.size()];
        float[] values = new float[features.length];
        double squares = 0;
        for (int i = 0; i < features.length; i++) {
            features[i] = counts.get(i).getKey();
            values[i] = (float) (1 + Math.log(counts.get(i).getValue())) * idf[features[i]];
            squares += values[i] * values[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new SparseVector(features, values);
    }
}
