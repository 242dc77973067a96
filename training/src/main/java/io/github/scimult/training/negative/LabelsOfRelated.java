package io.github.scimult.training.negative;

import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * For a paper's labels: a label of a related paper that this one does not carry (SciMult, section 3.3), and that stands
 * above none of those it carries. Of many related papers a sample is looked at, so that the cost for a paper has a bound: in a venue
 * whose papers all have the same label it would otherwise grow with the venue.
 *
 * @param pairs papers and labels
 * @param relations the rules, one of which is drawn for each negative; the others follow where it finds none
 * @param labels of each paper, as far as the train split tells
 */
record LabelsOfRelated(TrainingPairs pairs, List<Relation> relations, Adjacency labels) implements NegativeSource {
    private static final int NONE = -1;
    /** Related papers that are looked at for one negative. */
    private static final int MAX_TRIES = 64;

    @Override
    public int[] draw(int query, int[] positives, int most, SplittableRandom random) {
        Set<Integer> drawn = new LinkedHashSet<>();
        for (int i = 0; i < most; i++) {
            int first = random.nextInt(relations.size());
            int label = NONE;
            for (int rule = 0; rule < relations.size() && label == NONE; rule++) {
                label = find(query, relations.get((first + rule) % relations.size()), random, drawn);
            }
            if (label == NONE) {
                break;
            }
            drawn.add(label);
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a rule has a negative for a query, as far as its bounded search tells. */
    boolean finds(int query, Relation relation) {
        return find(query, relation, new SplittableRandom(query), Set.of()) != NONE;
    }

    /** Of few related papers each is tried once, from a random one onwards; of more some are drawn. */
    private int find(int query, Relation relation, SplittableRandom random, Set<Integer> drawn) {
        int row = pairs.queries()[query];
        int degree = relation.degree(row);
        int start = degree == 0 ? 0 : random.nextInt(degree);
        for (int i = 0; i < Math.min(degree, MAX_TRIES); i++) {
            int place = i == 0 || degree <= MAX_TRIES ? (start + i) % degree : random.nextInt(degree);
            int label = labelOf(query, relation.related(row, place), random, drawn);
            if (label != NONE) {
                return label;
            }
        }
        return NONE;
    }

    private int labelOf(int query, int paper, SplittableRandom random, Set<Integer> drawn) {
        int degree = labels.degree(paper);
        int start = degree == 0 ? 0 : random.nextInt(degree);
        for (int i = 0; i < degree; i++) {
            int label = labels.target(paper, (start + i) % degree);
            if (!drawn.contains(label) && Arrays.binarySearch(pairs.known()[query], label) < 0) {
                return label;
            }
        }
        return NONE;
    }
}
